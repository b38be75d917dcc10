import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../bootstrap/install.mjs";

/** Where a trial of `deploy/nginx.conf` listens, and what it stands before. */
export interface Trial {
  directory: string;
  /** Ports on loopback: TLS and plain. */
  tls: number;
  plain: number;
  open: number;
  desk: number;
  /** Without the limits by address, for whoever measures from one address. */
  unlimited?: boolean;
  /** Other names for the hosts, for whoever can ask only for a name that the system knows. */
  names?: Partial<typeof HOSTS>;
  /** More of nginx's words, such as another server beside ours. */
  more?: string;
}

export const HOSTS: Record<"registry" | "neutral" | "desk", string> = {
  registry: "registry.example",
  neutral: "neutral.example",
  desk: "desk.example",
};

/**
 * Lays out under a directory the very files of `deploy/` with nothing but addresses, certificates and places put in, and a frame around
 * them as Debian's nginx.conf has it, with an access log of every request that nobody forbids. Answers the frame's path.
 */
export function layOut(trial: Trial): string {
  const { directory } = trial;
  const etc = join(directory, "etc");
  mkdirSync(join(directory, "run"), { recursive: true });
  mkdirSync(etc, { recursive: true });
  const deploy = join(ROOT, "deploy");
  cpSync(join(deploy, "errors"), join(etc, "vigilia-errors"), { recursive: true });
  for (const name of readdirSync(deploy).filter((one) => one.endsWith(".conf")))
    writeFileSync(join(etc, name), placed(readFileSync(join(deploy, name), "utf8"), trial, etc));
  for (const name of Object.keys(HOSTS)) makeCertificate(etc, name);
  const frame = join(directory, "nginx.conf");
  writeFileSync(frame, frameOf(trial, etc));
  return frame;
}

/** Each replacement must find its place: a file that changed underneath would be tried as something else. */
function placed(text: string, trial: Trial, etc: string): string {
  const { directory, tls, plain, open, desk, unlimited, names = {} } = trial;
  const swaps: [RegExp, string][] = [
    [/listen 443 /g, `listen 127.0.0.1:${tls} `],
    [/listen 80( |;)/g, `listen 127.0.0.1:${plain}$1`],
    [/127\.0\.0\.1:3000/g, `127.0.0.1:${open}`],
    [/127\.0\.0\.1:3001/g, `127.0.0.1:${desk}`],
    [/\/etc\/nginx\//g, `${etc}/`],
    [/\/run\//g, `${join(directory, "run")}/`],
  ];
  for (const [host, name] of Object.entries(names)) swaps.push([new RegExp(`${host}\\.example`, "g"), name]);
  if (unlimited)
    swaps.push([/rate=\d+r\/s/g, "rate=1000000r/s"], [/limit_conn (\w+) \d+;/g, "limit_conn $1 60000;"]);
  return swaps.reduce((changed, [from, to]) => changed.replace(from, to), text);
}

function makeCertificate(etc: string, name: string): void {
  const [certificate, key] = [join(etc, `vigilia-${name}.pem`), join(etc, `vigilia-${name}.key`)];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const subject = ["-subj", `/CN=${name}.example`, "-addext", `subjectAltName=DNS:${name}.example`];
  execFileSync("openssl", ["req", "-x509", ...kind, ...subject, "-keyout", key, "-out", certificate], {
    stdio: "ignore",
  });
}

const frameOf = ({ directory, more }: Trial, etc: string): string => `
${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes 2;
daemon off;
pid ${join(directory, "run", "nginx.pid")};
error_log ${join(directory, "error.log")} info;
events { worker_connections 1024; }
http {
  types { text/html html; text/css css; font/woff2 woff2; }
  default_type application/octet-stream;
  sendfile on;
  tcp_nopush on;
  access_log ${join(directory, "access.log")};
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((one) => `${one}_temp_path ${join(directory, "run", one)};`).join("\n  ")}
  include ${join(etc, "nginx.conf")};
  ${more ?? ""}
}
`;

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT, run } from "../../bootstrap/install.mjs";
import { findNginx, serveBehindNginx } from "../../nginx/run";
import type { Figure } from "../figures";
import { inTurns, load } from "./load";

const one = (what: string, unit: Figure["unit"], value: number, bound?: Figure["bound"]): Figure => ({
  what,
  unit,
  p50: value,
  p95: value,
  ...(bound && { bound }),
});

/** A kept page through our nginx beside a file of the same bytes from the same nginx, over the same TLS. */
export async function* throughNginx(open: number, port: number, paths: string[]): AsyncGenerator<Figure> {
  const nginx = findNginx();
  if (!nginx) throw new Error("nginx is not installed (Debian: apt install nginx)");
  const directory = mkdtempSync(join(tmpdir(), "vigilia-bench-nginx-"));
  const files = join(directory, "files");
  mkdirSync(files, { recursive: true });
  const more = `server {
    listen 127.0.0.1:${port + 2} ssl http2;
    server_name localhost;
    ssl_certificate ${directory}/etc/vigilia-registry.pem;
    ssl_certificate_key ${directory}/etc/vigilia-registry.key;
    access_log off;
    root ${files};
    default_type text/html;
    add_header Content-Encoding gzip;
  }`;
  const trial = { directory, tls: port, plain: port + 1, open, desk: open, unlimited: true, more };
  const front = await serveBehindNginx(nginx, { ...trial, names: { registry: "localhost" } });
  try {
    for (const [n, path] of paths.entries()) {
      const { body, status } = await front.ask("localhost", path, { headers: { "Accept-Encoding": "gzip" } });
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      writeFileSync(join(files, `${n}.html`), body);
      const [ours, file] = await inTurns(
        8,
        () => load(`https://localhost:${port}${path}`, { seconds: 2 }),
        () => load(`https://localhost:${port + 2}/${n}.html`, { seconds: 2 }),
      );
      yield one(`${path} through nginx (${(body.length / 1024).toFixed(1)} KB)`, "/s", ours);
      yield one(`  a file of the same bytes`, "/s", file);
      yield one(`  page / file`, "×", ours / file, { least: 0.8 });
    }
  } finally {
    await front.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A kept page of one process of ours beside the framework's own server with a page that is nothing but prerendered. */
export async function* besideBare(open: number, port: number, paths: string[]): AsyncGenerator<Figure> {
  const bare = await bareNext(port);
  try {
    for (const path of paths) {
      await fetch(`http://127.0.0.1:${open}${path}`);
      const [ours, theirs] = await inTurns(
        3,
        () => load(`http://127.0.0.1:${open}${path}`),
        () => load(`http://127.0.0.1:${port}/`),
      );
      yield one(`${path} by the application alone, one process`, "/s", ours);
      yield one(`  Next's own bare prerendered page`, "/s", theirs);
      yield one(`  ours / Next's`, "×", ours / theirs, { least: 0.9 });
    }
  } finally {
    await bare.stop();
  }
}

/** The smallest site Next can make, built and started as its own command does. Under the checkout, where its packages are found. */
async function bareNext(port: number): Promise<{ stop(): Promise<void> }> {
  const site = join(ROOT, ".build", "bare-next");
  rmSync(site, { recursive: true, force: true });
  mkdirSync(join(site, "app"), { recursive: true });
  writeFileSync(join(site, "package.json"), JSON.stringify({ name: "bare", private: true, type: "module" }));
  writeFileSync(
    join(site, "next.config.mjs"),
    "export default { agentRules: false, outputFileTracingRoot: import.meta.dirname };\n",
  );
  writeFileSync(
    join(site, "app", "layout.jsx"),
    "export default function Layout({ children }) { return <html lang='es'><body>{children}</body></html>; }\n",
  );
  writeFileSync(
    join(site, "app", "page.jsx"),
    "export default function Page() { return <main><h1>Hola</h1>{Array.from({ length: 50 }, (_, n) => <p key={n}>Párrafo {n}</p>)}</main>; }\n",
  );
  const next = join(ROOT, "node_modules/next/dist/bin/next");
  await run(process.execPath, [next, "build", "--webpack", site], { env: { NODE_ENV: "production" } });
  const child = spawn(process.execPath, [next, "start", site, "-p", String(port), "-H", "127.0.0.1"], {
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  for (let waited = 0; waited < 30_000; waited += 200) {
    if ((await fetch(`http://127.0.0.1:${port}/`).catch(() => null))?.status === 200) break;
    await sleep(200);
  }
  return {
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(site, { recursive: true, force: true });
    },
  };
}

import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { HOSTS, layOut, type Trial } from "./config";

/** Debian's place first: it is in nobody's PATH but root's. */
const PLACES = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"];

/** Where nginx stands on this machine; null where it does not. */
export const findNginx = (): string | null =>
  PLACES.find((path) => spawnSync(path, ["-v"], { stdio: "ignore" }).status === 0) ?? null;

/** What came back through it. */
export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The address of loopback it is asked from. */
  from?: string;
}

/** A running nginx: asked by host, never by number. */
export interface Fronted {
  ask(host: string, path: string, asked?: Asked): Promise<Answered>;
  stop(): Promise<void>;
}

/** Starts nginx with the files of `deploy/` as laid out, and waits until it answers. */
export async function serveBehindNginx(nginx: string, trial: Trial): Promise<Fronted> {
  const frame = layOut(trial);
  const child = spawn(nginx, ["-c", frame, "-p", trial.directory], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  const names: Record<string, string> = { ...HOSTS, ...trial.names };
  const ask: Fronted["ask"] = (host, path, asked = {}) =>
    askThrough(agent, trial.tls, names[host] ?? host, path, asked);
  for (let waited = 0; ; waited += 100) {
    if (child.exitCode !== null || waited > 10_000) {
      child.kill("SIGTERM");
      throw new Error(
        `nginx did not start\n${said}${readFileSync(join(trial.directory, "error.log"), "utf8")}`,
      );
    }
    if (await ask("registry", "/_errors/none").catch(() => null)) break;
    await sleep(100);
  }
  const stop = async () => {
    agent.destroy();
    child.kill("SIGTERM");
    await ended;
  };
  return { ask, stop };
}

function askThrough(agent: Agent, port: number, name: string, path: string, asked: Asked): Promise<Answered> {
  const { method = "GET", headers = {}, body, from } = asked;
  const place = { host: "127.0.0.1", port, path, servername: name, agent: from ? undefined : agent };
  return new Promise((done, fail) => {
    const sent = request(
      {
        ...place,
        method,
        rejectUnauthorized: false,
        headers: { Host: name, ...headers },
        ...(from && { localAddress: from }),
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          done({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([key, value]) => [key, String(value)]),
            ),
            body: Buffer.concat(parts),
          }),
        );
      },
    );
    sent.on("error", fail);
    sent.end(body);
  });
}

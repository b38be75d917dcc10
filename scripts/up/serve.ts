import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "../bootstrap/install.mjs";
import { Stop } from "../bootstrap/progress.mjs";
import { actionsKey, distDir } from "./build";
import { bareEnvironment } from "./environment";

/** One server process and the address it answers at. */
export type Served = {
  name: string;
  address: string;
  pid: number;
  ended: Promise<void>;
  stop(): Promise<void>;
};

/** Refuses a port that somebody already listens on, before anything slow is done. */
export async function requireFreePort(port: number, host: string, whose: string): Promise<void> {
  const code = await new Promise<string | null>((done) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? "error"));
    probe.listen(port, host, () => probe.close(() => done(null)));
  });
  if (code === null) return;
  if (code === "EADDRINUSE")
    throw new Stop(
      `Port ${port} (${whose}) is in use. Choose another with --port N; N and N + 1 must be free.`,
    );
  throw new Stop(`Cannot listen on ${host}:${port} (${whose}): ${code}.`);
}

/** Starts one server process from the build and waits until it says it is ready. */
export async function serve(
  name: string,
  port: number,
  host: string,
  env: Record<string, string>,
  events: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<Served> {
  const program = join(ROOT, "scripts", "serve.mjs");
  const child = spawn(process.execPath, [program, "--port", String(port), "--host", host], {
    cwd: ROOT,
    env: {
      ...bareEnvironment(),
      VIGILIA_DIST: distDir(),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const said = keepOnlyEvents(child, events);
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const address = `http://${host === "0.0.0.0" || host === "::" || host === "127.0.0.1" ? "localhost" : host}:${port}`;
  const probe = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}/readyz`;
  const stop = async () => {
    child.kill("SIGTERM");
    await Promise.race([ended, sleep(8000).then(() => child.kill("SIGKILL"))]);
  };
  for (let waited = 0; !(await isReady(probe)); waited += 150) {
    if (child.exitCode !== null || child.signalCode !== null || waited > 60_000) {
      await stop();
      throw new Stop(`The ${name} process did not become ready.\n${said().join("\n")}`);
    }
    await sleep(150);
  }
  return { name, address, pid: child.pid ?? 0, ended, stop };
}

async function isReady(probe: string): Promise<boolean> {
  try {
    return (await fetch(probe, { signal: AbortSignal.timeout(5000) })).status === 200;
  } catch {
    return false;
  }
}

/**
 * Passes on our own content-free events and drops whatever else a server prints, since frameworks print the messages of errors
 * and those repeat what people typed. What it printed before its first request is kept, to explain a failed start.
 */
function keepOnlyEvents(child: ChildProcess, events: (line: string) => void): () => string[] {
  const lines: string[] = [];
  let rest = "";
  const read = (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts) {
      if (process.env.VIGILIA_PRINT_ERRORS || line.startsWith('{"level":')) events(line);
      else if (lines.length < 40) lines.push(line);
    }
  };
  child.stdout?.on("data", read);
  child.stderr?.on("data", read);
  return () => lines;
}

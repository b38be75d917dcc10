import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/postgres/place";

const ROOT = join(import.meta.dirname, "..", "..");

/** Where the two processes under test answer, and the data directory they serve. */
export type Served = { open: string; desk: string; dataDir: string; stop(): Promise<void> };

/**
 * Serves the registry from its build on a throw-away data directory and free ports, through the very `npm run up` that
 * operators use. `flags` such as `--demo-staff` are passed on.
 */
export async function serveRegistry(flags: string[] = [], env: Record<string, string> = {}): Promise<Served> {
  const dataDir = mkdtempSync(join(tmpdir(), "vigilia-e2e-"));
  const port = await freePair();
  const args = [join(ROOT, "scripts", "up.mjs"), "--port", String(port), "--data-dir", dataDir, ...flags];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // What a test did is looked at as it stands now; how long answers are kept is tested where they are.
    env: { ...process.env, VIGILIA_KEEP_SECONDS: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    await ended(child, "SIGINT");
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { open: `http://localhost:${port}`, desk: `http://localhost:${port + 1}`, dataDir, stop };
}

/** The sign-ins that the demo flags wrote: one per role, at least two coordinators. */
export type DemoAccount = { username: string; password: string; totpSecret: string; role: string };
export function demoAccounts(dataDir: string): DemoAccount[] {
  return JSON.parse(readFileSync(join(dataDir, "demo-accounts.json"), "utf8")) as DemoAccount[];
}

/**
 * Playwright's global set-up: one registry with invented staff for the whole run, its addresses in the environment, and the everyday
 * page that families leave to.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env.E2E_OPEN) return async () => {};
  const everyday = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end("<!doctype html><title>Recetas</title><h1>Arepas</h1>");
  });
  await new Promise<void>((listens) => everyday.listen(0, "127.0.0.1", listens));
  const address = everyday.address();
  process.env.E2E_EXIT = `http://localhost:${address && typeof address === "object" ? address.port : 0}/`;
  const flags = (process.env.E2E_FLAGS ?? "--demo-staff").split(" ").filter(Boolean);
  const served = await serveRegistry(flags, {
    VIGILIA_EXIT_URL: process.env.E2E_EXIT,
    VIGILIA_HELPLINES: "Línea inventada: 0000 000 00 00",
  });
  process.env.E2E_OPEN = served.open;
  process.env.E2E_DESK = served.desk;
  process.env.E2E_DATA_DIR = served.dataDir;
  return async () => {
    everyday.close();
    await served.stop();
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((ready, fail) => {
    let said = "";
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      if (/^Ready in /m.test(said)) ready();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => fail(new Error(`up ended with ${code}\n${said}`)));
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once("exit", () => done());
    child.kill(signal);
  });
}

async function freePair(): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const port = await freePort();
    if (port < 65_000 && (await isFree(port + 1))) return port;
  }
  throw new Error("no two free ports beside each other");
}

async function isFree(port: number): Promise<boolean> {
  const { createServer } = await import("node:net");
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

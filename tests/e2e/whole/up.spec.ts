import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { serveRegistry } from "../../support/server";

const UP = join(import.meta.dirname, "..", "..", "..", "scripts", "up.mjs");
const directories: string[] = [];
const fresh = () => {
  const directory = mkdtempSync(join(tmpdir(), "vigilia-up-"));
  directories.push(directory);
  return directory;
};
test.afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

function up(...args: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [UP, "--no-build", ...args], {
    encoding: "utf8",
  });
  return { code: status, said: stdout + stderr };
}

function listen(port = 0): Promise<Server> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(port, "127.0.0.1", () => done(server));
  });
}

test("a port in use is refused in a sentence, either of the two, before anything is made", async () => {
  const taken = await listen();
  const address = taken.address();
  const port = address && typeof address === "object" ? address.port : 0;
  for (const asked of [port, port - 1]) {
    const { code, said } = up("--port", String(asked), "--data-dir", fresh());
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port}`);
    expect(said).not.toMatch(/\n\s+at /);
  }
  taken.close();
});

test("one data directory is served once; what is not understood is refused", async () => {
  const { code, said } = up("--port", "4", "--data-dir", process.env.E2E_DATA_DIR ?? "");
  expect(said).toMatch(/already serving|Cannot listen/);
  expect(code).toBe(1);
  expect(up("--prot", "1").code).toBe(1);
});

test("secrets are their owner's alone, and the log of the database repeats nothing", () => {
  const directory = process.env.E2E_DATA_DIR ?? "";
  expect(statSync(join(directory, "secrets")).mode & 0o777).toBe(0o700);
  expect(statSync(join(directory, "secrets", "session")).mode & 0o777).toBe(0o600);
  const place = JSON.parse(readFileSync(join(directory, "postgres-place.json"), "utf8")) as { log: string };
  expect(readFileSync(place.log, "utf8")).not.toMatch(/STATEMENT|DETAIL|ERROR|CONTEXT/);
});

test("interrupted at any moment it leaves no process behind, and the next start succeeds", async () => {
  test.setTimeout(120_000);
  const directory = fresh();
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  for (const milliseconds of [300, 1000, 2000, 3000]) {
    const child = spawn(process.execPath, [UP, "--no-build", "--port", port, "--data-dir", directory], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const said = child.stdout?.toArray();
    await new Promise((done) => setTimeout(done, milliseconds));
    expect(
      child.exitCode,
      `by itself before ${milliseconds} ms: ${child.exitCode && (await said)}`,
    ).toBeNull();
    await ended(child);
    expect(spawnSync("pgrep", ["-f", join(directory, "postgres")]).status, `after ${milliseconds} ms`).toBe(
      1,
    );
  }
  const served = await serveRegistry(["--no-build", "--data-dir", directory]);
  expect((await fetch(`${served.open}/readyz`)).status).toBe(200);
  await served.stop();
});

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once("exit", () => done());
    child.kill("SIGINT");
  });
}

import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { requireNode } from "../../scripts/bootstrap/install.mjs";
import { signature, stillRuns, tryLock, withLock } from "../../scripts/bootstrap/lock.mjs";
import { givenAddresses } from "../../scripts/database/addresses";
import { fromPlaywright, fromVitest } from "../../scripts/test/count";
import { bareEnvironment, openEnvironment } from "../../scripts/up/environment";
import { readFlags } from "../../scripts/up/flags";
import { makeSecrets, readSecret } from "../../scripts/up/secrets";

const directory = mkdtempSync(join(tmpdir(), "vigilia-house-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("a lock", () => {
  it("is held by one living process, and taken over from a dead one", async () => {
    const file = join(directory, "a.lock");
    const release = tryLock(file);
    expect(release).not.toBeNull();
    expect(tryLock(file)).toBeNull();
    release?.();
    writeFileSync(file, "999999 1");
    expect(tryLock(file)).not.toBeNull();
  });

  it("is not fooled by a number that another process got since", () => {
    expect(stillRuns(signature())).toBe(true);
    expect(stillRuns(`${process.pid} 1`)).toBe(false);
  });

  it("lets one in at a time and is given back after a failure", async () => {
    const file = join(directory, "b.lock");
    const order: string[] = [];
    const enter = (name: string) =>
      withLock(file, async () => {
        order.push(`${name} in`);
        await new Promise((done) => setTimeout(done, 20));
        order.push(`${name} out`);
        throw new Error(name);
      });
    const outcomes = await Promise.allSettled([enter("a"), enter("b")]);
    expect(outcomes.every((one) => one.status === "rejected")).toBe(true);
    expect(order.filter((_, index) => index % 2 === 0).map((word) => word.slice(2))).toEqual(["in", "in"]);
  });
});

describe("secrets", () => {
  it("are made once, for their owner's eyes only, all different", () => {
    const made = makeSecrets(directory);
    const first = readSecret(directory, "session");
    expect(made).toBeGreaterThan(5);
    expect(makeSecrets(directory)).toBe(0);
    expect(readSecret(directory, "session")).toBe(first);
    expect(readSecret(directory, "flow-key")).not.toBe(first);
    expect(first.length).toBeGreaterThanOrEqual(43);
    expect(statSync(join(directory, "secrets", "session")).mode & 0o777).toBe(0o600);
    expect(statSync(join(directory, "secrets")).mode & 0o777).toBe(0o700);
  });
});

describe("the environment of the servers", () => {
  const owner = "postgresql://boss:very%20secret@db.example:5433/vigilia?sslmode=verify-full";
  const addresses = givenAddresses(owner, directory, { DESK_DATABASE_URL: "postgresql://d@other/x" });

  it("derives each login's address from the owner's, unless one is given", () => {
    expect(addresses.desk).toBe("postgresql://d@other/x");
    const url = new URL(addresses.public);
    expect([url.username, url.host, url.pathname, url.search]).toEqual([
      "vigilia_public",
      "db.example:5433",
      "/vigilia",
      "?sslmode=verify-full",
    ]);
    expect(url.password).not.toBe(new URL(addresses.intake).password);
    expect(givenAddresses(owner, "/elsewhere", {}).public).toBe(addresses.public);
  });

  it("gives the open process no desk key and nothing of the operator's own environment", () => {
    process.env.DATABASE_URL = owner;
    process.env.PGPASSWORD = "very secret";
    const env = JSON.stringify({ ...bareEnvironment(), ...openEnvironment(directory, addresses) });
    for (const word of [
      "very",
      "vigilia_desk",
      "other/x",
      "AUTH_SECRET",
      "NEXTAUTH",
      readSecret(directory, "session"),
    ]) {
      expect(env).not.toContain(word);
    }
    delete process.env.DATABASE_URL;
    delete process.env.PGPASSWORD;
  });
});

describe("flags", () => {
  it("are read, with their defaults, and what is not understood is refused", () => {
    expect(readFlags(["--port", "4100", "--demo", "--data-dir", "/x"])).toMatchObject({
      port: 4100,
      demo: true,
      dataDir: "/x",
      build: true,
    });
    expect(readFlags(["--no-build"])).toMatchObject({ build: false, demo: false });
    for (const bad of [["--port", "x"], ["--port", "70000"], ["--prot", "1"], ["extra"]]) {
      expect(() => readFlags(bad)).toThrow(/--port|Unknown|Unexpected/);
    }
  });

  it("an old Node is told so in a sentence", () => {
    expect(() => requireNode("18.20.0")).toThrow(/20\.19/);
    expect(() => requireNode("20.18.9")).toThrow(/20\.19/);
    expect(() => requireNode("22.1.0")).not.toThrow();
  });
});

describe("the sum of the suite", () => {
  it("counts a test file that could not be loaded, and what passed only at the second try, as failed", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
    ];
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0, testResults };
    expect(fromVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 2, notRun: null });
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
    expect(fromPlaywright({ stats })).toEqual({ passed: 3, failed: 2, skipped: 0, notRun: null });
  });
});

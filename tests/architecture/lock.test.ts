import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { ROOT } from "./support/files";

it("the lock file names the packages of every system, or `npm ci` refuses it on a fresh clone", () => {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/lock-platforms.mjs", "--check"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect(stdout.trim()).toBe("0 missing");
  expect(status).toBe(0);
});

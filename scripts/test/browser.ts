import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { mayInstall, quietly } from "./programs";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/**
 * A Chromium to test with: the system's, else Debian's through apt when we may, else Playwright's own, else `null` and why.
 */
export async function findBrowser(): Promise<{ path: string } | { missing: string }> {
  const given = process.env.CHROMIUM_PATH;
  if (given)
    return existsSync(given)
      ? { path: given }
      : { missing: `CHROMIUM_PATH is ${given}, which does not exist` };
  const found = installed();
  if (found) return { path: found };
  const reasons: string[] = [];
  if (mayInstall()) {
    if (
      quietly("apt-get", ["update"]) &&
      quietly("apt-get", ["install", "-y", "--no-install-recommends", "chromium"])
    ) {
      const fromApt = installed();
      if (fromApt) return { path: fromApt };
    }
    reasons.push("apt-get could not install chromium");
  } else {
    reasons.push("not root, so apt-get is not ours to use");
  }
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  if (quietly(process.execPath, [cli, "install", "chromium"])) {
    const fromPlaywright = await playwrights();
    if (fromPlaywright) return { path: fromPlaywright };
  }
  reasons.push("Playwright's own Chromium could not be installed");
  return { missing: `no Chromium: ${reasons.join("; ")}` };
}

function installed(): string | null {
  return SYSTEM.find((path) => existsSync(path) && starts(path)) ?? null;
}

async function playwrights(): Promise<string | null> {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) && starts(path) ? path : null;
}

function starts(path: string): boolean {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

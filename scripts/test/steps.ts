import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../bootstrap/install.mjs";
import { generateClient } from "../database/generate";
import { build } from "../up/build";
import { findBrowser } from "./browser";
import { type Count, fromPlaywright, fromVitest, NOTHING } from "./count";
import { bringPrograms } from "./programs";
import { runNode } from "./run";

/** One named part of the suite; a part that is not a set of tests counts as one that passes or fails. */
export type Part = { name: string; run(): Promise<Count> };

const module = (path: string): string => join(ROOT, "node_modules", path);
const one = (passed: boolean): Count => ({ ...NOTHING, passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

/** Everything CI runs, cheapest first. */
export const PARTS: Part[] = [
  {
    name: "format and lint",
    run: async () => one(await runNode(module("@biomejs/biome/bin/biome"), ["ci", "--colors=off", "."])),
  },
  {
    name: "types",
    run: async () => {
      await generateClient();
      // Without this the types of pages that are gone would be checked.
      if (!(await runNode(module("next/dist/bin/next"), ["typegen"]))) return one(false);
      return one(await runNode(module("typescript/bin/tsc"), ["--noEmit"]));
    },
  },
  { name: "programs", run: programs },
  { name: "architecture", run: () => vitest("architecture") },
  { name: "unit", run: () => vitest("unit") },
  { name: "database", run: () => vitest("db") },
  { name: "build", run: async () => one(await builds()) },
  { name: "browser", run: browserTests },
];

async function programs(): Promise<Count> {
  const missing = bringPrograms();
  return { ...NOTHING, notRun: missing.length > 0 ? `what needs ${missing.join(", ")}` : null };
}

async function vitest(project: string): Promise<Count> {
  const file = reportFile(project);
  const well = await runNode(module("vitest/vitest.mjs"), [
    "run",
    ...["--project", project, "--reporter", "default", "--reporter", "json", "--outputFile", file],
  ]);
  return honest(existsSync(file) ? fromVitest(JSON.parse(readFileSync(file, "utf8"))) : NOTHING, well);
}

async function browserTests(): Promise<Count> {
  const files = readdirSync(join(ROOT, "tests", "e2e"), { recursive: true }).map(String);
  if (!files.some((name) => name.endsWith(".spec.ts")))
    return { ...NOTHING, notRun: "there are no browser tests" };
  const browser = await findBrowser();
  if ("missing" in browser) return { ...NOTHING, notRun: browser.missing };
  const file = reportFile("browser");
  const args = ["test", "--config", "tests/e2e/playwright.config.ts", "--reporter", "list,json"];
  const well = await runNode(module("@playwright/test/cli.js"), args, {
    CHROMIUM_PATH: browser.path,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return honest(existsSync(file) ? fromPlaywright(JSON.parse(readFileSync(file, "utf8"))) : NOTHING, well);
}

async function builds(): Promise<boolean> {
  try {
    await build();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** A tool that ended badly without naming a failed test has failed all the same. */
function honest(count: Count, endedWell: boolean): Count {
  return endedWell || count.failed > 0 ? count : { ...count, failed: 1 };
}

function reportFile(name: string): string {
  const directory = join(ROOT, ".build", "reports");
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

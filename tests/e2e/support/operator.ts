import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { population, populationFile } from "../../../scripts/demo/population";
import { demoAccounts } from "../../support/server";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const dataDir = () => process.env.E2E_DATA_DIR ?? "";

export function account(username: string) {
  const found = demoAccounts(dataDir()).find((one) => one.username === username);
  if (!found) throw new Error(`no account ${username}`);
  return found;
}

/** Runs an operator's command as two coordinators, the way one would type it, and answers what it printed. */
export function vigilia(...args: string[]): string {
  return execFileSync(
    process.execPath,
    [join(ROOT, "scripts", "vigilia.mjs"), ...args, "--data-dir", dataDir()],
    {
      cwd: ROOT,
      encoding: "utf8",
      env: {
        ...process.env,
        VIGILIA_PASSPHRASE: account("carmen").password,
        VIGILIA_PASSPHRASE_SECOND: account("carlos").password,
      },
    },
  );
}

/** A small vetted registry of invented people, so that the gate of the first balance is open. */
export function bringPeopleIn(people: number): void {
  const file = join(mkdtempSync(join(tmpdir(), "vigilia-people-")), "registry.jsonl");
  writeFileSync(file, populationFile(population(people)));
  vigilia("import-registry", file, "--as", "carmen", "--second", "carlos");
}

/** The date in Caracas `days` ago, `YYYY-MM-DD`. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - 4 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
}

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importClaims } from "@/lib/claims/commands";
import { ledgerFingerprints } from "@/lib/claims/queries";
import { desk } from "@/lib/db/desk";
import { ROOT } from "../bootstrap/install.mjs";
import type { FirstStart } from "../up/first-data";

export const name = "Sourced claims";
export const order = 20;

/**
 * Reads the figures shipped with the project when the ledger is empty or the shipped file is a new one. A file read before is
 * not read again, so what an operator has corrected since stays corrected.
 */
export async function run({ dataDir, clock }: FirstStart): Promise<string> {
  const content = readFileSync(join(ROOT, "prisma", "seed", "claims.csv"));
  const mark = join(dataDir, "claims-seed.sha256");
  const hash = createHash("sha256").update(content).digest("hex");
  const { size } = await ledgerFingerprints(desk());
  if (size > 0 && existsSync(mark) && readFileSync(mark, "utf8") === hash) return `${size} rows, all known`;
  const { read, added, changed } = await importClaims({ kind: "system", job: "first start" }, content, clock);
  writeFileSync(mark, hash, { mode: 0o600 });
  return added + changed === 0 ? `${read} rows, all known` : `${read} rows, ${added} new, ${changed} changed`;
}

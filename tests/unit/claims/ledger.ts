import { readFileSync } from "node:fs";
import { readClaims } from "@/lib/claims/file/rules";
import type { Claim } from "@/lib/claims/schema";

/** The shipped file as its bytes stand, and the figures in it. */
export const file = readFileSync("prisma/seed/claims.csv", "utf8");
export const ledger: readonly Claim[] = readClaims(file, new Set(), "2026-04-01").claims.map(
  ({ claim }) => claim,
);

export function figureOf(id: string): Claim {
  const found = ledger.find((claim) => claim.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
}

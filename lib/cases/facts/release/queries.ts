import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { type OpenMeasure, releaseRefusal } from "./rules";

/**
 * The measures of a case without an end. `known`: of those that stand; `all`: with the proposals that wait, a measure whose end
 * is proposed no longer among them.
 */
export async function openMeasures(tx: Tx, caseId: string, only: "known" | "all"): Promise<OpenMeasure[]> {
  const rows = await tx.fact.findMany({
    where: {
      caseId,
      track: "measure",
      knownTo: null,
      ...(only === "known" ? { knownFrom: { not: null } } : {}),
    },
    select: {
      id: true,
      state: true,
      episode: true,
      supersedesId: true,
      endEarliest: true,
      endLatest: true,
    },
  });
  const replaced = new Set(rows.map((row) => row.supersedesId));
  return rows.filter((row) => row.endEarliest === null && row.endLatest === null && !replaced.has(row.id));
}

/** Refuses a release that the measures still open contradict: when it is written down, corrected or confirmed. */
export async function refuseUnlikelyRelease(
  tx: Tx,
  caseId: string,
  fact: { track: string; state: string; episode: number | null },
  only: "known" | "all",
): Promise<void> {
  if (!fact.state.startsWith("released_")) return;
  const refusal = releaseRefusal(fact, await openMeasures(tx, caseId, only));
  if (refusal) throw new Refusal(refusal);
}

import type { Tx } from "@/lib/db/connect";

/** Everything a fact says, for writing it down anew in another case. */
export const carriedFact = {
  ...{ id: true, caseId: true, track: true, state: true, episode: true, position: true },
  ...{ earliest: true, earliestByDay: true, latest: true, latestByDay: true },
  ...{ endEarliest: true, endEarliestByDay: true, endLatest: true, endLatestByDay: true },
  ...{ knownFrom: true, knownTo: true, supersedesId: true, recordedAt: true, recordedBy: true },
  ...{ entity: true, facility: true, whereabouts: true, forces: true, uncoded: true },
  ...{ jurisdiction: true, basis: true, authority: true, result: true, note: true },
  sources: { select: { kind: true, origin: true, evidenceId: true } },
} as const;

/** Every fact of a case that ever stood or waits, in its stored order. */
export const listFacts = (tx: Tx, caseId: string) =>
  tx.fact.findMany({
    where: { caseId },
    orderBy: [{ track: "asc" }, { position: "asc" }, { recordedAt: "asc" }],
    select: carriedFact,
  });

export type CarriedFact = Awaited<ReturnType<typeof listFacts>>[number];

export const isKnown = (fact: Pick<CarriedFact, "knownFrom" | "knownTo">): boolean =>
  fact.knownFrom !== null && fact.knownTo === null;

/** Waits for its second person. */
export const isWaiting = (fact: Pick<CarriedFact, "knownFrom" | "knownTo">): boolean =>
  fact.knownFrom === null && fact.knownTo === null;

import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { refuseMerged } from "@/lib/people/queries";
import { type PlacedFact, proposePosition } from "./order/rules";
import { openMeasures } from "./release/queries";
import { HOUSE_ARREST } from "./release/rules";
import type { Track } from "./schema";

type Unplaced = Pick<PlacedFact, "state" | "earliest" | "latest" | "recordedAt"> & {
  track: Track;
  episode?: number | null | undefined;
};

/** Where a new fact goes among those of its case: a custody fact where its dates say, another after the last. No place is given twice. */
export async function placeFor(tx: Tx, caseId: string, fact: Unplaced): Promise<number> {
  if (fact.track === "custody") {
    const others = await standingCustody(tx, caseId, "all");
    const proposed = proposePosition(others, { ...fact, episode: fact.episode ?? 1 });
    const taken = await tx.fact.count({ where: { caseId, track: "custody", position: proposed } });
    return taken === 0 ? proposed : proposed + Math.random() * 1e-6;
  }
  const last = await tx.fact.aggregate({ where: { caseId, track: fact.track }, _max: { position: true } });
  return (last._max.position ?? 0) + 1;
}

/**
 * The custody facts of a case that stand or wait for their second person, as their order is judged; each named by its state and
 * date, never by a person. `known`: only those that stand. For the commands on facts, inside their transaction.
 */
export async function standingCustody(
  tx: Tx,
  caseId: string,
  only: "known" | "all",
): Promise<(PlacedFact & { id: string; whereabouts: string | null })[]> {
  const rows = await tx.fact.findMany({
    where: {
      caseId,
      track: "custody",
      knownTo: null,
      ...(only === "known" ? { knownFrom: { not: null } } : {}),
    },
    orderBy: { position: "asc" },
    select: {
      id: true,
      state: true,
      episode: true,
      position: true,
      earliest: true,
      latest: true,
      latestByDay: true,
      whereabouts: true,
      recordedAt: true,
      supersedesId: true,
    },
  });
  const replaced = new Set(rows.map((row) => row.supersedesId));
  return rows
    .filter((row) => !replaced.has(row.id))
    .map(({ supersedesId: _, episode, ...row }) => ({
      ...row,
      label: row.id,
      episode: episode ?? 0,
      knownFrom: null,
      knownTo: null,
    }));
}

/** Whether house arrest as a measure is open in a case: then a release is not one (COPP 242.1). */
export async function houseArrestOpen(tx: Tx, caseId: string): Promise<boolean> {
  return (await openMeasures(tx, caseId, "all")).some(({ state }) => state === HOUSE_ARREST);
}

/** The reference of a case, its row locked until the transaction ends: two acts on one case follow each other. */
export async function lockCaseRow(tx: Tx, caseId: string): Promise<{ reference: string }> {
  const [row] = await tx.$queryRaw<{ reference: string }[]>`
    SELECT reference FROM registry.cases WHERE id = ${caseId}::uuid FOR UPDATE`;
  if (!row) throw new Refusal("not_found");
  await refuseMerged(tx, caseId);
  return row;
}

/** A fact and its case, the case locked. `corrected`: a correction of it waits or is known. */
export async function lockFact(tx: Tx, factId: string) {
  await tx.$queryRaw`
    SELECT c.id FROM registry.cases c JOIN registry.facts f ON f.case_id = c.id WHERE f.id = ${factId}::uuid FOR UPDATE OF c`;
  const fact = await tx.fact.findUnique({
    where: { id: factId },
    select: {
      caseId: true,
      track: true,
      state: true,
      position: true,
      recordedBy: true,
      note: true,
      knownFrom: true,
      knownTo: true,
      superseded: { where: { knownTo: null }, select: { id: true } },
      case: { select: { personId: true, reference: true } },
    },
  });
  if (!fact) throw new Refusal("not_found");
  await refuseMerged(tx, fact.caseId);
  const { case: dossier, superseded, ...row } = fact;
  return { ...row, ...dossier, corrected: superseded.length > 0 };
}

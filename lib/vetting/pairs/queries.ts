import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { markUnderVault, openUnderVault } from "@/lib/vault/person";
import { viewOf } from "./rules";
import { type PairAnswer, type PairKey, type PairShown, type PairView, pairViews, pairWords } from "./schema";
import { readSide } from "./sides/queries";

export const pairContext = (id: string): string => `pairs|sealed|${id}`;
export const answerContext = (id: string): string => `pair_answers|why|${id}`;

const nameOf = ({ kind, id }: PairKey) => `${kind} ${id}`;
/** By what a pair, or one of its sides, is found without naming it. */
export const markOf = ({ keys }: StaffActor, of: readonly PairKey[]) =>
  markUnderVault(keys, of.map(nameOf).sort(), "pair");

/** The pair of two cases; null where nobody found them alike. */
export async function pairOfCases(
  tx: Tx,
  staff: StaffActor,
  of: readonly [string, string],
): Promise<string | null> {
  const mark = markOf(
    staff,
    of.map((id) => ({ kind: "case" as const, id })),
  );
  return (await tx.pair.findUnique({ where: { mark }, select: { id: true } }))?.id ?? null;
}

/** Rows of one page. */
export const PAGE = 20;
/** Counts stop here. */
export const COUNTED = 999;

const pairRow = { id: true, sealed: true, score: true, state: true, reopened: true } as const;

const whereOf = (view: PairView) => {
  const { states, from, below, reopened } = viewOf[view];
  return {
    state: { in: states },
    ...(from === undefined ? {} : { score: { gte: from } }),
    ...(below === undefined ? {} : { score: { lt: below } }),
    ...(reopened ? { reopened } : {}),
  };
};

/**
 * The pairs of a view, the most alike first, each with both names opened as they stand now; who looked is recorded. A pair of which one
 * side was erased is not shown.
 */
export async function listPairs(
  actor: Actor,
  view: PairView,
  skip: number,
  clock: Clock,
): Promise<{ rows: PairShown[]; counts: Record<PairView, number>; more: boolean }> {
  const staff = authorise(actor, "pair.read");
  return desk().$transaction(
    async (tx) => {
      const found = await tx.pair.findMany({
        where: whereOf(view),
        orderBy: [{ score: "desc" }, { id: "asc" }],
        skip,
        take: PAGE + 1,
        select: pairRow,
      });
      const rows: PairShown[] = [];
      for (const row of found.slice(0, PAGE)) {
        const shown = await readPair(tx, staff, row);
        if (shown) rows.push(shown);
      }
      const counts = {} as Record<PairView, number>;
      for (const one of pairViews)
        counts[one] = await tx.pair.count({ where: whereOf(one), take: COUNTED + 1 });
      await record(tx, staff, "pairs.listed", null, clock());
      return { rows, counts, more: found.length > PAGE };
    },
    { timeout: 30_000 },
  );
}

/** One pair, side by side; who looked is recorded about each side. */
export async function openPair(actor: Actor, id: string, clock: Clock): Promise<PairShown> {
  const staff = authorise(actor, "pair.read");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const row = await tx.pair.findUnique({ where: { id }, select: pairRow });
    const shown = row && (await readPair(tx, staff, row));
    if (!shown) throw new Refusal("not_found");
    for (const { reference, kind, id: side } of [shown.left, shown.right])
      await record(
        tx,
        staff,
        "pair.opened",
        kind === "case" ? { case: reference ?? "" } : { report: side },
        now,
      );
    return shown;
  });
}

interface PairRow {
  id: string;
  sealed: Uint8Array;
  score: number;
  state: string;
  reopened: boolean;
}

async function readPair(tx: Tx, staff: StaffActor, { sealed, ...plain }: PairRow): Promise<PairShown | null> {
  const words = pairWords.parse(openUnderVault(staff.keys, sealed, pairContext(plain.id)));
  const [left, right] = [
    await readSide(tx, staff, words.sides[0]),
    await readSide(tx, staff, words.sides[1]),
  ];
  if (!left || !right) return null;
  const answers = await tx.pairAnswer.findMany({
    where: { pairId: plain.id },
    orderBy: { id: "asc" },
    select: { id: true, answer: true, why: true, answeredBy: true, answeredAt: true },
  });
  const [a, b] = words.sides;
  const merge = await tx.merge.findFirst({
    where: {
      OR: [
        { survivingId: a.id, absorbedId: b.id },
        { survivingId: b.id, absorbedId: a.id },
      ],
      AND: { OR: [{ agreed: null }, { agreed: true }] },
      undoneAt: null,
    },
    select: { id: true },
  });
  return {
    ...plain,
    ...words,
    left,
    right,
    mergeId: merge?.id ?? null,
    answers: answers.map(({ id, why, answer, ...one }) => ({
      ...one,
      answer: answer as PairAnswer,
      why: String(openUnderVault(staff.keys, why, answerContext(id))),
    })),
  };
}

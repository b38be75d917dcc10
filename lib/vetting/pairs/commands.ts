import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise, may } from "@/lib/auth/permissions";
import { attachReport } from "@/lib/cases/dossier/commands";
import { readDossier } from "@/lib/cases/dossier/queries";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { indexState } from "@/lib/people/indexed/commands";
import { candidates } from "@/lib/people/indexed/queries";
import type { Candidate } from "@/lib/people/indexed/schema";
import { openCaseKey } from "@/lib/people/queries";
import { openUnderVault, sealUnderVault } from "@/lib/vault/person";
import { openReport } from "../reports/queries";
import { permissionsOf } from "../reports/rules";
import { answerContext, markOf, openPair, pairContext, pairOfCases } from "./queries";
import { answerInput, type PairAnswer, type PairKey, type PairWords, pairWords } from "./schema";

/**
 * Compares one entry with everybody, as somebody who may see pairs opens it or has changed it: whoever looks alike is a pair from now,
 * once. What somebody answered stays answered, unless what speaks for it has changed since and it still looks alike. Answers how many are
 * open, or null while the names are not indexed yet: the next look finds them.
 */
export async function findPairs(viewer: Actor, subject: PairKey, clock: Clock): Promise<number | null> {
  if (viewer.kind !== "staff" || !may(viewer, "pair.read")) return null;
  if (!canFindPairs()) {
    if (later.size < MOST_LATER) later.set(subject.id, subject);
    return null;
  }
  if (subject.kind === "case") await settleReports(viewer, subject.id);
  const found = await candidates(viewer, subject).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "index_away") return null;
    throw error;
  });
  if (found === null) return null;
  const alike = found.filter(({ verdict }) => verdict !== "different");
  return notePairs(viewer, subject, alike, clock);
}

/** Opened while names were still being read: ids alone, in the memory of this process. */
const later = new Map<string, PairKey>();
const MOST_LATER = 500;
const AT_ONCE = 5;

/** Compares, a few at a time, those whom somebody opened before the names were read. */
export async function findLater(viewer: Actor, clock: Clock): Promise<void> {
  if (!canFindPairs()) return;
  for (const subject of [...later.values()].slice(0, AT_ONCE)) {
    later.delete(subject.id);
    await findPairs(viewer, subject, clock).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === "not_found")) throw error;
    });
  }
}

/** A report that went into a case is compared no more for itself: its pairs that wait are the case's from now. */
async function settleReports(staff: StaffActor, caseId: string): Promise<void> {
  await desk().$transaction(async (tx) => {
    const { reports } = readDossier(await openCaseKey(tx, staff, caseId));
    const sides = reports.map((id) => markOf(staff, [{ kind: "report", id }]));
    if (sides.length === 0) return;
    await tx.pair.updateMany({
      where: { state: { in: ["open", "unsure"] }, OR: sides.map((side) => ({ sides: { has: side } })) },
      data: { state: "moved" },
    });
  });
}

/** Whether `findPairs` would answer at once. */
export const canFindPairs = (): boolean => indexState().state === "ready";

/** The same with those whom somebody else found alike. */
export async function notePairs(
  staff: StaffActor,
  subject: PairKey,
  found: readonly Candidate[],
  clock: Clock,
): Promise<number> {
  const now = clock();
  return desk().$transaction(async (tx) => {
    const others = await standingAlone(tx, subject, found);
    for (const one of others) await notePair(tx, staff, subject, one, now);
    const side = markOf(staff, [subject]);
    return tx.pair.count({ where: { sides: { has: side }, state: "open" } });
  });
}

/** Without those who are one with another case by now, and the subject's own. */
async function standingAlone(tx: Tx, subject: PairKey, found: readonly Candidate[]): Promise<Candidate[]> {
  const rows = await tx.merge.findMany({
    where: {
      agreed: true,
      undoneAt: null,
      absorbedId: { in: [subject, ...found].map(({ id }) => id) },
    },
    select: { absorbedId: true },
  });
  const gone = new Set(rows.map(({ absorbedId }) => absorbedId));
  return gone.has(subject.id) ? [] : found.filter(({ id }) => !gone.has(id) && id !== subject.id);
}

async function notePair(
  tx: Tx,
  staff: StaffActor,
  subject: PairKey,
  { kind, id, score, verdict, reasons }: Candidate,
  now: Date,
): Promise<void> {
  const other = { kind, id };
  const mark = markOf(staff, [subject, other]);
  const before = await tx.pair.findUnique({
    where: { mark },
    select: { id: true, sealed: true, score: true, state: true },
  });
  const thousandths = Math.round(score * 1000);
  const seal = (pairId: string, words: PairWords) => sealUnderVault(staff.keys, words, pairContext(pairId));
  if (!before) {
    const pairId = newId(now);
    const sides = [markOf(staff, [subject]), markOf(staff, [other])];
    await tx.pair.createMany({
      data: {
        ...{ id: pairId, mark, sides, score: thousandths, state: "open", reopened: false, foundAt: now },
        sealed: seal(pairId, { sides: [subject, other], verdict, reasons }),
      },
      skipDuplicates: true,
    });
    return;
  }
  const words = pairWords.parse(openUnderVault(staff.keys, before.sealed, pairContext(before.id)));
  const isSame =
    before.score === thousandths && [...words.reasons].sort().join() === [...reasons].sort().join();
  if (isSame) return;
  const reopened = before.state === "different" || before.state === "unsure";
  await tx.pair.update({
    where: { id: before.id },
    data: {
      score: thousandths,
      sealed: seal(before.id, { ...words, verdict, reasons }),
      ...(reopened ? { state: "open", reopened } : {}),
    },
    select: { id: true },
  });
}

/** Answers that two are not one person, or that it cannot be told yet; with why. Nothing else follows, and it is not asked again. */
export async function answerPair(
  actor: Actor,
  form: { id: string; answer: "different" | "unsure"; why: string },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "pair.answer");
  const { id, answer, why } = answerInput.parse(form);
  const now = clock();
  await desk().$transaction((tx) => writeAnswer(tx, staff, { id, answer, why }, now));
}

/** Inside a larger act: what somebody said of a pair, refused where somebody answered it for good before. */
export async function writeAnswer(
  tx: Tx,
  staff: StaffActor,
  { id, answer, why }: { id: string; answer: PairAnswer; why: string },
  now: Date,
): Promise<void> {
  const [row] = await tx.$queryRaw<{ state: string }[]>`
    SELECT state FROM registry.pairs WHERE id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new Refusal("not_found");
  if (row.state !== "open" && row.state !== "unsure") throw new Refusal("pair_answered");
  const answerId = newId(now);
  await tx.pairAnswer.create({
    data: {
      ...{ id: answerId, pairId: id, answer, answeredBy: staff.username, answeredAt: now },
      why: sealUnderVault(staff.keys, why, answerContext(answerId)),
    },
    select: { id: true },
  });
  await tx.pair.update({
    where: { id },
    data: { state: answer, reopened: false, answeredAt: now },
    select: { id: true },
  });
  await record(tx, staff, "pair.answered", { why }, now);
}

/** Inside a larger act: a merge of these two came to nothing, so the pair waits again. Answers its id; null where nobody found them alike. */
export async function reopenPair(
  tx: Tx,
  staff: StaffActor,
  [a, b]: readonly [string, string],
): Promise<string | null> {
  const id = await pairOfCases(tx, staff, [a, b]);
  if (id !== null) await tx.pair.update({ where: { id }, data: { state: "open" }, select: { id: true } });
  return id;
}

/**
 * A report is about the person of a case: it goes into the case, its sender keeps their code, and the count does not move. Where the
 * family tells of another detention, whoever vets writes it down there.
 */
export async function joinReport(
  actor: Actor,
  { pairId, answer, why }: { pairId: string; answer: "same_person" | "other_episode"; why: string },
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "pair.answer");
  const { left, right } = await openPair(staff, pairId, clock);
  const [report, opened] = left.kind === "report" ? [left, right] : [right, left];
  if (report.kind !== "report" || opened.kind !== "case" || opened.reference === null)
    throw new Refusal("not_permitted");
  const { payload } = await openReport(staff, report.id, clock);
  await attachReport(staff, opened.id, report.id, clock, permissionsOf(payload));
  const now = clock();
  await desk().$transaction((tx) => writeAnswer(tx, staff, { id: pairId, answer, why }, now));
  return opened.reference;
}

import type { Tx } from "@/lib/db/connect";
import { carryFact, endFacts } from "../carrying/commands";
import { type CarriedFact, isKnown, isWaiting, listFacts } from "../carrying/queries";
import type { Side, Two } from "../schema";

export interface FactPart {
  sourceId: string;
  copyId: string;
  overId: string | null;
}

interface Return {
  surviving: Side;
  absorbed: Side;
  parts: readonly FactPart[];
  /** Facts written down since that go with the absorbed case. */
  goes: readonly string[];
  /** By how much the absorbed case's detentions were counted on. */
  shift: number;
  /** Items of evidence, as they are called there and as they were here. */
  evidence: { back: ReadonlyMap<string, string>; here: ReadonlyMap<string, string> };
}

/**
 * Takes apart what a merge put together: what was repeated in the surviving case ends there and what it had taken the place of stands
 * again; what the absorbed case's facts became meanwhile, corrected, confirmed or withdrawn, they become in their own case; a correction
 * that waits waits there. Everything else stays where it was written.
 */
export async function returnFacts(tx: Tx, task: Return, two: Two, now: Date): Promise<void> {
  const here = await listFacts(tx, task.surviving.caseId);
  const back = await listFacts(tx, task.absorbed.caseId);
  const find = (list: readonly CarriedFact[], id: string | null) => list.find((fact) => fact.id === id);
  for (const part of task.parts) {
    const [source, copy] = [find(back, part.sourceId), find(here, part.copyId)];
    if (!source || !copy) continue;
    if (copy.track === "vetting") await endFacts(tx, [copy.id], now);
    else if (part.overId === null || isWaiting(source))
      await returnOne(tx, task, two, { source, copy, here }, now);
    await restore(tx, task, two, { copy, over: find(here, part.overId), here }, now);
  }
  for (const id of task.goes) {
    const fact = find(here, id);
    if (fact && fact.track !== "vetting" && fact.knownTo === null) {
      await endFacts(tx, [id], now);
      await sendBack(tx, task, two, fact, null, now);
    }
  }
}

interface Repeated {
  source: CarriedFact;
  copy: CarriedFact;
  here: readonly CarriedFact[];
}

/** What stands of a copy now, and what waits to correct it. */
function standingOf(copy: CarriedFact, here: readonly CarriedFact[]) {
  let last = copy;
  for (;;) {
    const next = here.find((fact) => fact.supersedesId === last.id && fact.knownFrom !== null);
    if (!next) break;
    last = next;
  }
  const waiting = isWaiting(last)
    ? last
    : here.find((fact) => fact.supersedesId === last.id && isWaiting(fact));
  return { last, waiting };
}

async function returnOne(tx: Tx, task: Return, two: Two, { source, copy, here }: Repeated, now: Date) {
  const { last, waiting } = standingOf(copy, here);
  const wasKnown = isKnown(source);
  if (waiting) await endFacts(tx, [waiting.id], now);
  let stands: string | null = source.id;
  if (isKnown(last)) {
    await endFacts(tx, [last.id], now);
    if (last.id !== copy.id || !wasKnown) {
      if (!wasKnown) await endFacts(tx, [source.id], now);
      stands = await sendBack(tx, task, two, last, wasKnown ? source : null, now);
    }
  } else if (last.id !== waiting?.id) {
    await endFacts(tx, [source.id], now);
    stands = null;
  }
  if (waiting && waiting.id !== copy.id && stands !== null) {
    const place = { id: stands, position: source.position };
    await sendBack(tx, task, two, waiting, place, now);
  }
}

/** Writes a fact of the surviving case down in the absorbed one: known where it was known, waiting where it waited. */
function sendBack(
  tx: Tx,
  { surviving, absorbed, shift, evidence }: Return,
  { proposedBy, confirmedBy }: Two,
  fact: CarriedFact,
  over: Pick<CarriedFact, "id" | "position"> | null,
  now: Date,
): Promise<string> {
  const known = fact.knownFrom !== null;
  const place = {
    episode: fact.episode === null ? null : Math.max(1, fact.episode - shift),
    over,
    evidence: evidence.back,
    recordedBy: known ? proposedBy : fact.recordedBy,
    confirmedBy: known ? confirmedBy : null,
  };
  return carryFact(tx, fact, surviving, absorbed, place, now);
}

/** What a copy had taken the place of stands again, unless somebody corrected or withdrew the copy since: then that holds. */
async function restore(
  tx: Tx,
  { surviving, evidence }: Return,
  { proposedBy, confirmedBy }: Two,
  { copy, over, here }: { copy: CarriedFact; over: CarriedFact | undefined; here: readonly CarriedFact[] },
  now: Date,
): Promise<void> {
  if (!over) return;
  const { last, waiting } = standingOf(copy, here);
  if (last.id !== copy.id || copy.knownFrom === null) return;
  if (waiting) await endFacts(tx, [waiting.id], now);
  if (copy.knownTo !== null) return;
  const place = { episode: over.episode, over: copy, evidence: evidence.here, recordedBy: proposedBy };
  await carryFact(tx, over, surviving, surviving, { ...place, confirmedBy }, now);
}

import { isHeldState } from "@/lib/cases/facts/schema";
import { method } from "../method/schema";
import type { CountedFact, CustodyFact, Moment, Stay } from "../schema";

/** Facts known together, in order, with what follows from them alone. */
export interface KnownFacts {
  custody: CustodyFact[];
  instants: Moment[];
  vetting: CountedFact[];
  /** By date, and in their order on one date; each with the episode it belongs to, null when none was in progress. */
  process: { fact: CountedFact; episode: number | null; at: Moment }[];
  permitted: boolean;
}

/** Verdict on an episode: of the known vetting facts without episode or with this one, the last in order. Not limited by time (R2). */
export function verdict(vetting: readonly CountedFact[], episode: number | null): string | null {
  return vetting.findLast((fact) => fact.episode === null || fact.episode === episode)?.state ?? null;
}

/** A stay, and the place in the order of the fact that ends it; −1 while none does. */
interface Ending {
  stay: Stay;
  ends: number;
}

/**
 * The stays of a person, in order (R2, R3, R7). Nothing but an out fact ends one: an episode never known to have ended lasts until the first
 * out fact after it. Counted stays ended by one and the same fact are one continuous detention: the one that begins first yields
 * its events, the others none.
 */
export function staysOf(known: KnownFacts): Stay[] {
  const order = [...new Set(known.custody.map((fact) => fact.episode))];
  const endings = order.map((episode, place) => stayOf(known, episode, place === 0));
  const spells = new Map<number, Stay>();
  for (const { stay, ends } of endings) {
    if (!stay.counted || stay.entry === null) continue;
    const rival = spells.get(ends);
    if (rival?.entry != null && rival.entry <= stay.entry) {
      stay.counted = false;
    } else {
      if (rival) rival.counted = false;
      spells.set(ends, stay);
    }
  }
  let last: Stay | null = null;
  for (const { stay } of endings) {
    if (!stay.counted || stay.entry === null) continue;
    stay.first = last === null;
    stay.joined = last !== null && last.exit === stay.entry;
    last = stay;
  }
  return endings.map(({ stay }) => stay);
}

function stayOf(known: KnownFacts, episode: number, first: boolean): Ending {
  const { custody, instants } = known;
  const begins = custody.findIndex((fact) => fact.episode === episode);
  const own = custody.findIndex((fact) => fact.episode === episode && !isHeldState(fact.state));
  const ends =
    own >= 0 ? own : custody.findIndex((fact, index) => index > begins && !isHeldState(fact.state));
  const exit = instants[ends] ?? null;
  const entry = entryOf(known, episode, begins, first);
  const early = exit !== null && exit < entry;
  const short = early && own >= 0 && isShort(custody[begins], custody[own]);
  const outcome = verdict(known.vetting, episode);
  const verified = outcome === "verified_political";
  const stay: Stay = {
    episode,
    entry: short ? null : early ? exit : entry,
    exit,
    exitState: custody[ends]?.state ?? null,
    short,
    first: false,
    joined: false,
    counted: verified && known.permitted,
    verified,
    permitted: known.permitted,
    merged: outcome === "merged_duplicate",
  };
  return { stay, ends };
}

/**
 * The moment a person begins to count (R2). Detained again: at once. The first time: after 48 hours, or at the first fact that
 * shows more than a passing arrest (hidden, denied, in hospital, at home, kept after a release order), or at the first act of the
 * process but the first appearance; never before the detention itself.
 */
function entryOf(known: KnownFacts, episode: number, begins: number, first: boolean): Moment {
  const start = known.instants[begins] ?? 0;
  if (!first) return start;
  const telling = known.custody.findIndex((fact) => fact.episode === episode && countsAtOnce(fact));
  const process = known.process.find(
    (act) => act.episode === episode && act.fact.state !== method.firstAppearance,
  );
  const earliest = Math.min(
    start + method.countsAfter,
    known.instants[telling] ?? Number.POSITIVE_INFINITY,
    process?.at ?? Number.POSITIVE_INFINITY,
  );
  return Math.max(start, earliest);
}

function countsAtOnce(fact: CustodyFact): boolean {
  if (!isHeldState(fact.state)) return false;
  return (
    (method.countsAtOnce as readonly string[]).includes(fact.state) ||
    (method.countsAtOnceWhere as readonly (string | null)[]).includes(fact.whereabouts)
  );
}

/** Out within 48 hours for certain (R2, CRBV 44.1; monitors keep such arrests apart): an open bound on either side leaves it unproved, and the detention counts. */
function isShort(first: CustodyFact | undefined, out: CustodyFact | undefined): boolean {
  if (first?.earliest == null || out?.latest == null) return false;
  return out.latest - first.earliest <= method.shortWithin;
}

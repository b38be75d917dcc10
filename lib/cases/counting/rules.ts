import { answerAt, type Measure, type Picture } from "./answers/rules";
import { sameAnswer, sameInterval, sameStay } from "./equality/rules";
import { inForce, instantsOf } from "./instants/rules";
import type {
  Answer,
  CountedFact,
  CountedPermission,
  CustodyFact,
  Derivable,
  Derived,
  During,
  Interval,
  KnownRange,
  Moment,
  Stay,
} from "./schema";
import { staysOf } from "./stays/rules";
import { traitsAt } from "./traits/rules";

/**
 * Every answer about one person, for any moment and as known at any moment (method 1.0; R1, R6). Pure: the same facts always give the
 * same rows. For one known moment the intervals never overlap; equal answers of neighbouring known ranges are one row.
 */
export function derive(person: Derivable): Derived {
  const facts = [...person.facts].sort((a, b) => a.position - b.position || a.knownFrom - b.knownFrom);
  const moments = changesOfKnowledge(person);
  const intervals = new Merged<Omit<Interval, "known">>(sameInterval);
  const stays = new Merged<Stay>(sameStay);
  const pending = new Merged<object>(() => true);
  moments.forEach((from, index) => {
    const known: KnownRange = { from, to: moments[index + 1] ?? null };
    const picture = pictureAt(person, facts, from);
    intervals.add(stretches(picture), known);
    stays.add(picture.stays, known);
    pending.add(picture.vetting.at(-1)?.state === "pending_evaluation" ? [{}] : [], known);
  });
  return { intervals: intervals.rows, stays: stays.rows, pending: pending.rows };
}

/** Rows of successive known ranges, where an equal row of the range just before is continued instead of repeated. */
class Merged<Row extends object> {
  readonly rows: (Row & { known: KnownRange })[] = [];
  private latest: (Row & { known: KnownRange })[] = [];

  constructor(private readonly same: (a: Row, b: Row) => boolean) {}

  add(rows: readonly Row[], known: KnownRange): void {
    this.latest = rows.map((row) => {
      const before = this.latest.find((one) => this.same(one, row));
      if (before) {
        before.known = { from: before.known.from, to: known.to };
        return before;
      }
      const added = { ...row, known };
      this.rows.push(added);
      return added;
    });
  }
}

function changesOfKnowledge({ facts, permissions, traits }: Derivable): Moment[] {
  const moments = new Set<Moment>();
  for (const { knownFrom, knownTo } of [...facts, ...permissions, ...traits.map(atKnown)]) {
    if (knownFrom !== null) moments.add(knownFrom);
    if (knownTo !== null) moments.add(knownTo);
  }
  return [...moments].sort((a, b) => a - b);
}

const atKnown = (row: { knownFrom: Moment | null }) => ({ knownFrom: row.knownFrom, knownTo: null });

const isKnown = (row: { knownFrom: Moment; knownTo: Moment | null }, k: Moment) =>
  row.knownFrom <= k && (row.knownTo === null || row.knownTo > k);

/** Counted at k (R2; consent is the family's, given and withdrawn): somebody granted it, and nobody with standing refuses. A refusal by anyone else opens a review, and no more. */
export function permittedAt(permissions: readonly CountedPermission[], k: Moment): boolean {
  const known = permissions.filter((permission) => isKnown(permission, k));
  return (
    known.some((permission) => permission.granted) &&
    !known.some((permission) => !permission.granted && permission.standing)
  );
}

function pictureAt(person: Derivable, facts: readonly CountedFact[], k: Moment): Picture {
  const known = facts.filter((fact) => isKnown(fact, k));
  const custody = known.filter((fact): fact is CustodyFact => fact.track === "custody");
  const instants = instantsOf(custody);
  const process = known
    .filter((fact) => fact.track === "process")
    .map((fact) => {
      const at = fact.latest ?? fact.knownFrom;
      return { fact, at, episode: fact.episode ?? custody[inForce(custody, instants, at)]?.episode ?? null };
    })
    .sort((a, b) => a.at - b.at);
  const partial = {
    custody,
    instants,
    process,
    vetting: known.filter((fact) => fact.track === "vetting"),
    permitted: permittedAt(person.permissions, k),
  };
  return {
    ...partial,
    stays: staysOf(partial),
    measures: known.filter((fact) => fact.track === "measure").map(measureOf),
    traits: traitsAt(person.traits, k),
  };
}

/**
 * A measure (COPP 242; R16) counts like custody: from its latest bound on, and until its end's earliest bound. Without a latest bound it begins when
 * it was known, never before its earliest.
 */
function measureOf(fact: CountedFact): Measure {
  const from = fact.latest ?? Math.max(fact.knownFrom, fact.earliest ?? fact.knownFrom);
  return { from, to: fact.endEarliest ?? fact.endLatest };
}

/** The answers of one known range along time: at each moment where something changes and between two such moments, joined where equal. */
function stretches(picture: Picture): Omit<Interval, "known">[] {
  const rows: Omit<Interval, "known">[] = [];
  let last: Answer | null = null;
  const put = (answer: Answer | null, during: During) => {
    const row = rows.at(-1);
    if (answer && last && row && sameAnswer(answer, last)) {
      row.during = { ...row.during, to: during.to, toInside: during.toInside };
    } else if (answer) {
      rows.push({ ...answer, during });
    }
    last = answer;
  };
  const moments = changes(picture);
  const before = answerAt(picture, Number.NEGATIVE_INFINITY, false);
  put(before, { from: null, fromInside: false, to: moments[0] ?? null, toInside: false });
  moments.forEach((t, index) => {
    put(answerAt(picture, t, false), { from: t, fromInside: true, to: t, toInside: true });
    const to = moments[index + 1] ?? null;
    put(answerAt(picture, t, true), { from: t, fromInside: false, to, toInside: false });
  });
  return rows;
}

function changes({ instants, stays, process, measures }: Picture): Moment[] {
  const moments = new Set<Moment>(instants);
  for (const { entry, exit } of stays)
    for (const moment of [entry, exit]) if (moment !== null) moments.add(moment);
  for (const act of process) moments.add(act.at);
  for (const { from, to } of measures)
    for (const moment of [from, to]) if (moment !== null) moments.add(moment);
  return [...moments].sort((a, b) => a - b);
}

import type { Left } from "./round";

/** What the registry holds of each case, and every act since a moment, as an auditor reads it. */
export interface Held {
  acts: { actor: string; action: string; case?: string }[];
  cases: {
    reference: string;
    facts: {
      track: string;
      state: string;
      knownFrom: string | null;
      knownTo: string | null;
      recordedBy: string;
      confirmedBy: string | null;
    }[];
    decisions: {
      outcome: string;
      authoredBy: string;
      review: { agreed: boolean; reviewedBy: string } | null;
    }[];
  }[];
  waiting: { askedAt: number; snoozedUntil: number };
  whole: boolean;
}

/** Somebody looked, or came in: such acts change nothing and are not counted here. */
const LOOKS = /\.(read|listed|compared|signed_in|factor_given|asked)$|^(report|thread|contact)\.opened$/;

/** The acts that changed something, with whoever did them: of one case, or of those that name none. */
export const changes = ({ acts }: Held, about: string | null): string[] =>
  acts
    .filter((act) => !LOOKS.test(act.action) && (act.case ?? null) === about)
    .map(({ actor, action }) => `${actor} ${action}`);

export type People = Record<"author" | "second" | "coordinator", string>;

/** An act as a round writes it, with the name of whoever had that part in it. */
export const named = (act: string, people: People): string =>
  act.replace(/^\w+/, (who) => people[who as keyof People]);

/** Everything about a case that is not as the shift left it. */
export function wrongIn(
  held: Held,
  { reference, trail, verdict, custody, people }: Left & { people: People },
) {
  const found = held.cases.find((one) => one.reference === reference);
  if (!found) return [`${reference}: no such case`];
  const known = found.facts.filter(({ knownFrom, knownTo }) => knownFrom && !knownTo);
  const last = (track: string) => known.findLast((fact) => fact.track === track)?.state ?? null;
  const expected = trail.map((act) => named(act, people));
  const done = changes(held, reference);
  const alone = known.filter((fact) => fact.confirmedBy === null || fact.confirmedBy === fact.recordedBy);
  const own = found.decisions.filter((one) => !one.review || one.review.reviewedBy === one.authoredBy);
  return [
    ...(last("vetting") === verdict ? [] : [`${reference}: ${last("vetting")}, not ${verdict}`]),
    ...(last("custody") === custody ? [] : [`${reference}: ${last("custody")}, not ${custody}`]),
    ...alone.map(({ state }) => `${reference}: ${state} on one person's word`),
    ...own.map(({ outcome }) => `${reference}: ${outcome} without a second person`),
    ...(String(done) === String(expected) ? [] : [`${reference}: the trail has ${done}, not ${expected}`]),
  ];
}

type Numbers = { [name: string]: number | string | Numbers };

function flat(tally: Numbers, path: string[] = []): [string, number][] {
  return Object.entries(tally).flatMap(([name, value]): [string, number][] => {
    if (typeof value === "object") return flat(value, [...path, name]);
    const short = [...path, name].filter((one) => !["ofWhich", "partitions", "total"].includes(one));
    const own = path.includes("ofWhich") ? [name] : short;
    return typeof value === "number" ? [[own.join("."), value]] : [];
  });
}

/** Every line of a tally that is not what it was, with by how much. */
export function moved(before: Numbers, after: Numbers): Record<string, number> {
  const then = new Map(flat(before));
  const by = flat(after).map(([line, n]): [string, number] => [line, n - (then.get(line) ?? 0)]);
  return Object.fromEntries(by.filter(([, n]) => n !== 0));
}

/** What the cases of a shift together do to the tally, by hand. */
export function summed(all: Record<string, number>[]): Record<string, number> {
  const lines: Record<string, number> = {};
  for (const one of all) for (const [line, n] of Object.entries(one)) lines[line] = (lines[line] ?? 0) + n;
  return Object.fromEntries(Object.entries(lines).filter(([, n]) => n !== 0));
}

import { outStates } from "@/lib/cases/facts/schema";
import { namingAskedAt, permitsNaming, type Standing } from "@/lib/cases/permissions/rules";
import { dateInCaracas } from "@/lib/core/clock";
import { publicSources } from "@/lib/evidence/rules";
import type { Source } from "@/lib/evidence/schema";
import { ageGroupOn, fullName } from "@/lib/people/rules";
import type { Identity, TraitsInput } from "@/lib/people/schema";
import { type NamedContent, namedContent } from "./schema";

/** A fact known now, as the page of a named person may draw on it. */
export interface KnownFact {
  track: "custody" | "vetting" | "process" | "measure" | "remedy";
  state: string;
  episode: number | null;
  earliest: Date | null;
  latest: Date | null;
  latestByDay: boolean;
  knownFrom: Date;
  entity: string | null;
  whereabouts: string | null;
  sources: Source[];
}

export interface Nameable {
  reference: string;
  identity: Identity;
  traits: TraitsInput;
  permissions: (Standing & { givenBy: string })[];
  /** Known now, each track in its stored order. */
  facts: KnownFact[];
  /** What was known while the name stood in public and is known no more, and when that was found. */
  corrected: readonly { track: string; at: Date }[];
  /** Detentions that wait for a second person: they show nothing, and protect already. */
  waiting: (Pick<KnownFact, "earliest" | "latest" | "latestByDay"> & { recordedAt: Date })[];
}

export interface NamingStatus {
  /** Proposed and waiting for another person. */
  proposed: { id: string; proposedBy: string; proposedAt: Date } | null;
  /** The name stands on a public page now. */
  published: boolean;
}

export type NamingRefusal = "naming_not_permitted" | "minor_never_named" | "not_verified" | null;

/**
 * Why a person may not be named now; null when they may. The name must be permitted by somebody and refused by nobody, the case
 * verified, and the person certainly an adult at every detention, those that wait for a second person included: in doubt they count as
 * a minor, and this never expires.
 */
export function namingRefusal(person: Nameable, now: Date): NamingRefusal {
  const { permissions, facts } = person;
  if (!permitsNaming(permissions, now)) return "naming_not_permitted";
  const custody = facts.filter((fact) => fact.track === "custody");
  const last = custody.at(-1);
  const verdict = facts
    .filter((fact) => fact.track === "vetting")
    .findLast((fact) => fact.episode === null || fact.episode === last?.episode);
  if (!last || verdict?.state !== "verified_political") return "not_verified";
  return isShielded(person) ? "minor_never_named" : null;
}

/**
 * Whether some detention, known or only proposed, may have been a minor's: while so nobody is named, and a permission to name that was
 * given is not shown as one (LOPNNA 65). What one person wrote down is enough to protect.
 */
export function isShielded({ traits, facts, waiting }: Nameable): boolean {
  const days = [
    ...facts.filter(({ track }) => track === "custody").map((fact) => detentionDay(fact, fact.knownFrom)),
    ...waiting.map((fact) => detentionDay(fact, fact.recordedAt)),
  ];
  return days.some((day) => ageGroupOn(traits, day) !== "adult");
}

/** The date written in a fact: its earliest bound, else its latest, else the day it came to the registry. */
export function detentionDay(
  { earliest, latest, latestByDay }: Pick<KnownFact, "earliest" | "latest" | "latestByDay">,
  arrived: Date,
): string {
  if (earliest) return dateInCaracas(earliest);
  return dateInCaracas(latest ? new Date(latest.getTime() - (latestByDay ? 1 : 0)) : arrived);
}

const isOut = (state: string) => (outStates as readonly string[]).includes(state);
const isRelease = (state: string) => isOut(state) && state !== "died_in_custody";

/** The page of a named person, in the one shape that may leave. Dates to the month; a release hides all but the name. */
export function namedPage(person: Nameable, now: Date): NamedContent {
  const custody = person.facts.filter((fact) => fact.track === "custody");
  const last = custody.at(-1);
  if (!last) throw new Error("a named person has a custody fact");
  const asked = namingAskedAt(person.permissions, now);
  const hidden = custody.some((fact) => isRelease(fact.state) && (asked === null || fact.knownFrom >= asked));
  const state = publicState(last);
  const plain = { reference: person.reference, name: fullName(person.identity), detailsHidden: hidden };
  if (hidden) {
    return namedContent.parse({
      ...plain,
      state: isRelease(last.state) ? "released" : state,
      since: null,
      entity: null,
      events: [],
      corrections: [],
      sources: { count: 0, kinds: [] },
    });
  }
  return namedContent.parse({
    ...plain,
    state,
    since: monthOf(last),
    entity: custody.find((fact) => fact.episode === last.episode && fact.entity !== null)?.entity ?? null,
    events: person.facts.flatMap((fact) =>
      fact.track === "custody" || fact.track === "process" || fact.track === "measure"
        ? [{ track: fact.track, state: publicState(fact), month: monthOf(fact) }]
        : [],
    ),
    corrections: correctionsOf(person),
    sources: publicSources(person.facts.flatMap((fact) => fact.sources)),
  });
}

/** One line a month and kind, in order. */
function correctionsOf({
  corrected,
}: Nameable): { track: "custody" | "process" | "measure"; month: string }[] {
  const lines = corrected.flatMap(({ track, at }) =>
    track === "custody" || track === "process" || track === "measure"
      ? [{ track, month: dateInCaracas(at).slice(0, 7) } as const]
      : [],
  );
  const once = new Map(lines.map((line) => [`${line.month} ${line.track}`, line]));
  return [...once.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, line]) => line);
}

const publicState = (fact: KnownFact): string =>
  fact.track === "custody" &&
  !isOut(fact.state) &&
  (fact.whereabouts === "denied" || fact.whereabouts === "not_told_to_family")
    ? "whereabouts_concealed"
    : fact.state;

/** `2026-01` when both bounds lie in one month, null otherwise. */
function monthOf({ earliest, latest }: Pick<KnownFact, "earliest" | "latest">): string | null {
  if (!earliest || !latest) return null;
  const first = dateInCaracas(earliest).slice(0, 7);
  const end = dateInCaracas(new Date(Math.max(earliest.getTime(), latest.getTime() - 1))).slice(0, 7);
  return first === end ? first : null;
}

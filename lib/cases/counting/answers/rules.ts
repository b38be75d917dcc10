import { isHeldState } from "@/lib/cases/facts/schema";
import { inForce } from "../instants/rules";
import { method } from "../method/schema";
import type { Answer, CountedFact, CountedTraits, CustodyFact, Moment, Stay } from "../schema";
import { type KnownFacts, verdict } from "../stays/rules";
import { ageGroup } from "../traits/rules";

/** A measure as known (COPP 242; R16): in force from `from` (inside) until `to` (inside), null while open. */
export interface Measure {
  from: Moment;
  to: Moment | null;
}

/** Everything known at one moment that an answer needs. */
export interface Picture extends KnownFacts {
  stays: Stay[];
  measures: Measure[];
  traits: CountedTraits | null;
}

/** The stay in which a person counts at `t` (or just after): of the counted ones around it, the last (R2: a person once). */
function countingStay(stays: readonly Stay[], t: Moment, justAfter: boolean): Stay | null {
  return (
    stays.findLast(
      (stay) =>
        stay.verified &&
        stay.permitted &&
        stay.entry !== null &&
        stay.entry <= t &&
        (stay.exit === null || (justAfter ? stay.exit > t : stay.exit >= t)),
    ) ?? null
  );
}

/**
 * What is true of the person at `t`, or just after it (R2, R4; restricted liberty R16, COPP 242). The deciding fact is the last in order that is in force, within the
 * episode in which the person counts when there is one. Null when nothing is: no custody fact, no measure, not verified.
 */
export function answerAt(picture: Picture, t: Moment, justAfter: boolean): Answer | null {
  const { custody, instants, traits } = picture;
  const stay = countingStay(picture.stays, t, justAfter);
  let deciding = inForce(custody, instants, t, justAfter, stay?.episode);
  if (deciding < 0 && stay) deciding = custody.findIndex((fact) => fact.episode === stay.episode);
  const fact = custody[deciding];
  const episode = fact?.episode ?? 0;
  const verdictHere = verdict(picture.vetting, fact ? episode : null);
  const verified = verdictHere === "verified_political";
  const merged = verdictHere === "merged_duplicate";
  const counted = stay !== null;
  const underMeasures = picture.measures.some(
    (measure) => measure.from <= t && (measure.to === null || (justAfter ? measure.to > t : measure.to >= t)),
  );
  const restricted =
    !counted && verified && picture.permitted && (fact?.state === "released_with_measures" || underMeasures);
  if (!fact && !merged && !(verified && picture.permitted)) return null;
  const first = custody.find((other) => other.episode === episode);
  const unknownPlace = fact !== undefined && whereaboutsUnknown(fact);
  const acts = picture.process.filter((act) => act.episode === episode && act.at <= t).map((act) => act.fact);
  return {
    episode,
    state: fact?.state ?? "none",
    held: counted || (fact !== undefined && isHeldState(fact.state)),
    counted,
    verified,
    permitted: picture.permitted,
    merged,
    houseArrest: fact?.state === "house_arrest",
    releaseOrdered: fact?.state === "release_ordered_not_executed",
    whereaboutsUnknown: unknownPlace,
    whereabouts: unknownPlace ? "unknown" : fact?.whereabouts === "known" ? "known" : "notRecorded",
    sentenceServed: acts.some((act) => act.state === "sentence_served"),
    amnestied: acts.some((act) => act.state === "amnestied"),
    convicted: convicted(acts),
    sex: traits?.sex ?? "unknown",
    civilMilitary: service(traits?.civilMilitary),
    ageGroup: traits && first ? ageGroup(traits, first) : "unknown",
    nationality: traits?.nationality ?? "unknown",
    stateOfDetention:
      custody.find((other) => other.episode === episode && other.entity !== null)?.entity ?? "unknown",
    stateHeld: (unknownPlace ? null : fact?.entity) ?? "unknown",
    facility: (unknownPlace ? null : fact?.facility) ?? null,
    sectors: traits?.sectors ?? [],
    restricted,
  };
}

/** R2, CRBV 45: hidden, denied, or the family was not told. A missing facility means nothing. */
function whereaboutsUnknown(fact: CustodyFact): boolean {
  if (!isHeldState(fact.state)) return false;
  if (fact.state === "whereabouts_concealed") return true;
  return (method.countsAtOnceWhere as readonly (string | null)[]).includes(fact.whereabouts);
}

/** R4: convicted while no later act annulled it or acquitted; without any act of a process nothing is known. */
function convicted(acts: readonly CountedFact[]): Answer["convicted"] {
  if (acts.length === 0) return "unknown";
  const sentence = acts.findLastIndex((act) => act.state === "convicted");
  const undone = acts.findLastIndex((act) => ["conviction_annulled", "acquitted"].includes(act.state));
  return sentence >= 0 && sentence > undone ? "convicted" : "notConvicted";
}

function service(written: CountedTraits["civilMilitary"] | undefined): Answer["civilMilitary"] {
  if (written === undefined || written === "unknown") return "unknown";
  return written === "civilian" ? "civilian" : "military";
}

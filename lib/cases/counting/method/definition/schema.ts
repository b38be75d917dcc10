import { inForceSince, method, methodVersions } from "../schema";

export type Parameter = string | number | readonly (string | number)[];

/** One rule of the field (R1–R17), or one term of the counting that rests on rules. Its words are messages under its code. */
export interface MethodPart {
  /** Also its anchor on the page of the method; never changes, because others cite it. */
  code: string;
  /** The rules a term stands on; a rule stands on its source alone. */
  restsOn: readonly string[];
  /** Named in its words; always the constants that the counting itself uses. */
  parameters: Readonly<Record<string, Parameter>>;
}

const hours = (milliseconds: number) => milliseconds / 3_600_000;
const [soon, late] = method.freshWithin;

const part = (code: string, restsOn: string[] = [], parameters: MethodPart["parameters"] = {}) => ({
  code,
  restsOn,
  parameters,
});

/** The rules by which monitors count, R1–R17, as this registry follows them. */
export const methodRules: readonly MethodPart[] = [
  part("R1", [], { zone: method.zone }),
  part("R2", [], { hours: hours(method.countsAfter) }),
  part("R3", [], { releases: method.releases }),
  part("R4"),
  part("R5"),
  part("R6"),
  part("R7", [], { death: method.death, leftWithoutRelease: method.leftWithoutRelease }),
  part("R8"),
  part("R9"),
  part("R10", [], { soon, late }),
  part("R11", [], { ages: method.queueAges }),
  part("R12"),
  part("R13"),
  part("R14", [], { least: method.percentFrom }),
  part("R15", [], { gate: method.gate, leastChanges: method.leastChanges }),
  part("R16"),
  part("R17"),
];

/** What each word of a tally means exactly, in the order in which one rests on another. */
export const methodTerms: readonly MethodPart[] = [
  part("moments", ["R1"], { heldWindow: method.heldWindow, outWindow: method.outWindow }),
  part("known", ["R6"]),
  part("instant", ["R1"]),
  part("custody", ["R2"]),
  part("verified", ["R2"]),
  part("entry", ["R2"], {
    hours: hours(method.countsAfter),
    atOnce: method.countsAtOnce,
    atOnceWhere: method.countsAtOnceWhere,
    firstAppearance: method.firstAppearance,
  }),
  part("exit", ["R3", "R7"], { hours: hours(method.shortWithin) }),
  part("held", ["R2"]),
  part("ofWhich", ["R2", "R12", "R16"]),
  part("convicted", ["R4"]),
  part("ageGroup", ["R4", "R15"], { adultFrom: method.adultFrom }),
  part("places", ["R4", "R15"]),
  part("restricted", ["R16"]),
  part("pending", ["R11"]),
  part("shortDetentions", ["R2"], { hours: hours(method.shortWithin) }),
  part("freshness", ["R10"], {
    soon,
    late,
    custody: method.confirmedBy.custody,
    process: method.confirmedBy.process,
    remedy: method.confirmedBy.remedy,
    contact: [...method.contactBy.custody, ...method.contactBy.remedy],
  }),
  part("window", ["R3", "R5", "R7"]),
];

/** Every version with the day it came into force, newest first; what it changed stands in its words. */
export const changelog = methodVersions
  .map((version) => ({ version, since: inForceSince[version] }))
  .reverse();

import fc from "fast-check";
import { factsToStore } from "@/lib/cases/exchange/rules";
import { type CaseLine, caseLine } from "@/lib/cases/exchange/schema";
import { isReversed, orderProblems, toBounds } from "@/lib/cases/facts/rules";
import { heldStates, outStates, processStates, vettingStates } from "@/lib/cases/facts/schema";
import type { OracleCase, OracleFact } from "./oracle-case";

/** Days around 1 May 2016, when Caracas moved by half an hour, and around a January; few, so that moments collide. */
const days = [
  "2016-04-29",
  "2016-04-30",
  "2016-05-01",
  "2016-05-02",
  "2026-01-08",
  "2026-01-09",
  "2026-01-10",
  "2026-01-11",
];
const hours = [
  "00:00:00-04:00",
  "04:00:00Z",
  "00:00:00-04:30",
  "12:00:00-04:00",
  "23:59:59.999-04:00",
  "00:00:00.001-04:00",
];

const instant = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom(...hours))
  .map(([day, hour]) => `${day}T${hour}`);
const written = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...days) },
  { weight: 2, arbitrary: instant },
);
const anyBounds = fc.oneof(
  { weight: 4, arbitrary: written.map((at) => ({ earliest: at, latest: at })) },
  { weight: 3, arbitrary: fc.tuple(written, written).map(([earliest, latest]) => ({ earliest, latest })) },
  { weight: 1, arbitrary: written.map((latest) => ({ earliest: null, latest })) },
  { weight: 1, arbitrary: written.map((earliest) => ({ earliest, latest: null })) },
  { weight: 1, arbitrary: fc.constant({ earliest: null, latest: null }) },
);
const bounds = anyBounds.map((written) => inOrder(written));

const inOrder = (written: { earliest: string | null; latest: string | null }) =>
  isReversed(toBounds(written)) ? { ...written, latest: null } : written;

/** Moments to ask at and to know at: the same days, so that every edge is hit exactly. */
export const anyMoment = fc
  .oneof(instant, fc.constantFrom("2016-05-03T00:00:00Z", "2026-01-12T04:00:00Z", "2026-02-01T04:00:00Z"))
  .map((text) => Date.parse(text));

const known = fc.tuple(instant, fc.option(instant, { nil: null, freq: 3 })).map(([knownFrom, to]) => ({
  knownFrom,
  knownTo: to !== null && Date.parse(to) > Date.parse(knownFrom) ? to : null,
}));

const fact = <Track extends OracleFact["track"]>(
  track: Track,
  states: readonly string[],
  episode: fc.Arbitrary<number | null>,
) =>
  fc
    .record({
      track: fc.constant(track),
      state: fc.constantFrom(...states),
      episode,
      effective: bounds,
      known,
      entity: track === "custody" ? fc.constantFrom(null, "VE-A", "VE-K", "VE-Z") : fc.constant(null),
      whereabouts:
        track === "custody"
          ? fc.constantFrom(undefined, undefined, "known", "not_told_to_family", "denied", "not_recorded")
          : fc.constant(undefined),
      end: track === "measure" ? fc.option(bounds, { nil: null }) : fc.constant(null),
    })
    .map(({ known: range, whereabouts, end, ...rest }) => ({
      ...rest,
      ...range,
      ...(whereabouts ? { whereabouts } : {}),
      ...(end ? { end } : {}),
    }));

const custody = fc
  .tuple(
    fc.constantFrom(1, 1, 1, 2, 2, 3),
    fc.boolean(),
    fact("custody", heldStates, fc.constant(1)),
    fact("custody", outStates, fc.constant(1)),
  )
  .map(([episode, out, held, left]) => ({ ...(out ? left : held), episode }));

const episodeOrNone = fc.constantFrom(null, null, 1, 2);
const notBefore = fc.record({
  sex: fc.constantFrom("woman", "man", "other", "unknown"),
  birthDate: fc.constantFrom(null, null, "1998-05-01", "2008-01-10", "2008-02-29"),
  birthYear: fc.constantFrom(null, 1998, 2007, 2008, 1960),
  ageAtDetention: fc.constantFrom(null, { min: 16, max: 17 }, { min: 17, max: 18 }, { min: 18, max: 30 }),
  nationality: fc.constantFrom("national", "dual", "foreign", "unknown"),
  civilMilitary: fc.constantFrom("civilian", "military_active", "military_retired", "unknown"),
});

const vetted = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constant({
      track: "vetting" as const,
      state: "verified_political",
      effective: { earliest: null, latest: null },
      knownFrom: "2015-01-01T00:00:00Z",
    }),
  },
  { weight: 2, arbitrary: fact("vetting", vettingStates, episodeOrNone) },
);
const granted = fc.constant({ purpose: "count", granted: true, knownFrom: "2015-01-01T00:00:00Z" });
const permission = fc
  .record({ purpose: fc.constantFrom("count", "name"), granted: fc.boolean(), known })
  .map(({ known: range, ...rest }) => ({ ...rest, ...range }));

const isEarly = (fact: { effective?: { earliest?: string | null } }) => fact.effective?.earliest ?? "";

/** A person whose custody facts a registry accepts: generated in disorder, episodes numbered upward, contradictions left out one by one. */
export const anyPerson: fc.Arbitrary<OracleCase> = fc
  .record({
    person: notBefore,
    permissions: fc
      .tuple(granted, fc.array(permission, { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest]),
    custody: fc.array(custody, { minLength: 1, maxLength: 6 }),
    others: fc.tuple(
      fc.array(vetted, { minLength: 1, maxLength: 3 }),
      fc.array(fact("process", processStates, episodeOrNone), { maxLength: 3 }),
      fc.array(fact("measure", ["VE242.3"], fc.constant(null)), { maxLength: 1 }),
    ),
  })
  .map(({ person, permissions, custody: generated, others }) => {
    const ordered = [...generated].sort(
      (a, b) => a.episode - b.episode || isEarly(a).localeCompare(isEarly(b)),
    );
    const kept: OracleFact[] = [];
    for (const next of ordered) if (accepted([...kept, next])) kept.push(next);
    return { person, permissions, facts: [...kept, ...others.flat()] } as OracleCase;
  });

function accepted(facts: OracleFact[]): boolean {
  const line = asLine({ person: {}, permissions: [], facts });
  const stored = factsToStore(line, "keep", new Date(0));
  const ordered = stored.map((fact, index) => ({
    label: String(index),
    state: fact.state,
    episode: fact.episode ?? 0,
    earliest: fact.earliest,
    latest: fact.latest,
    latestByDay: fact.latestByDay,
    knownFrom: fact.knownFromAt,
    knownTo: fact.knownToAt,
  }));
  return !stored.some(isReversed) && orderProblems(ordered).length === 0;
}

/** The same person as a line of a registry file, read as an import reads it. */
export function asLine(person: OracleCase, key = "k-1"): CaseLine {
  return caseLine.parse({
    type: "case",
    key,
    person: { givenNames: "Persona", surnames: `Inventada ${key}`, ...person.person },
    permissions: person.permissions,
    facts: person.facts,
  });
}

import fc from "fast-check";
import { type CaseLine, caseLine } from "@/lib/cases/exchange/schema";
import { heldStates, outStates, processStates, vettingStates } from "@/lib/cases/facts/schema";
import { type OracleCase, type OracleFact, refused } from "./oracle-case";

/**
 * Spans of few days, so that moments collide and 48 hours lie between them: the two changes of clock in Caracas (half an hour back
 * on 9 December 2007, forward on 1 May 2016), a turn of the year, and the leap day on which somebody born on one comes of age or not.
 */
const spans = [
  ["2007-12-07", "2007-12-08", "2007-12-09", "2007-12-10", "2007-12-11"],
  ["2016-04-28", "2016-04-29", "2016-04-30", "2016-05-01", "2016-05-02"],
  ["2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02", "2026-01-04"],
  ["2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"],
  ["2016-04-30", "2016-05-01", "2026-01-08", "2026-01-09", "2026-01-10", "2026-01-11"],
];
type Days = readonly string[];
const hours = [
  "00:00:00-04:00",
  "04:00:00Z",
  "00:00:00-04:30",
  "12:00:00-04:00",
  "23:59:59.999-04:00",
  "00:00:00.001-04:00",
];
const always = "2001-01-01T00:00:00Z";

const instantIn = (days: Days) =>
  fc.tuple(fc.constantFrom(...days), fc.constantFrom(...hours)).map(([day, hour]) => `${day}T${hour}`);

function boundsIn(days: Days) {
  const day = fc.constantFrom(...days);
  const written = fc.oneof({ weight: 3, arbitrary: day }, { weight: 2, arbitrary: instantIn(days) });
  return fc
    .oneof(
      { weight: 4, arbitrary: written.map((at) => ({ earliest: at, latest: at })) },
      {
        weight: 3,
        arbitrary: fc.tuple(written, written).map(([earliest, latest]) => ({ earliest, latest })),
      },
      { weight: 1, arbitrary: written.map((latest) => ({ earliest: null, latest })) },
      { weight: 1, arbitrary: written.map((earliest) => ({ earliest, latest: null })) },
      { weight: 1, arbitrary: fc.constant({ earliest: null, latest: null }) },
    )
    .map((effective) => (reversed(effective) ? { ...effective, latest: null } : effective));
}

const reversed = (effective: OracleFact["effective"]) =>
  refused([{ track: "custody", state: "apprehended", knownFrom: always, effective }]);

const knownIn = (days: Days) =>
  fc.tuple(instantIn(days), fc.option(instantIn(days), { nil: null, freq: 3 })).map(([knownFrom, to]) => ({
    knownFrom,
    knownTo: to !== null && Date.parse(to) > Date.parse(knownFrom) ? to : null,
  }));

function factIn<Track extends OracleFact["track"]>(
  days: Days,
  track: Track,
  states: readonly string[],
  episode: fc.Arbitrary<number | null>,
) {
  const range = fc.record({ effective: boundsIn(days), known: knownIn(days) });
  return fc
    .record({ track: fc.constant(track), state: fc.constantFrom(...states), episode, range })
    .map(({ range: { effective, known }, ...rest }) => ({ ...rest, effective, ...known }));
}

const place = fc.record({
  entity: fc.constantFrom(null, "VE-A", "VE-K", "VE-Z"),
  whereabouts: fc.constantFrom(undefined, undefined, "known", "not_told_to_family", "denied", "not_recorded"),
});

/** One custody fact, or one and the correction that stands beside it from the moment it was superseded. */
const custodyIn = (days: Days) =>
  fc
    .record({
      episode: fc.constantFrom(1, 1, 1, 2, 2, 3),
      out: fc.boolean(),
      held: factIn(days, "custody", heldStates, fc.constant(1)),
      left: factIn(days, "custody", outStates, fc.constant(1)),
      places: fc.tuple(place, place),
      corrected: fc.option(boundsIn(days), { nil: null, freq: 3 }),
    })
    .map(({ episode, out, held, left, places, corrected }) => {
      const first = { ...(out ? left : held), ...places[0], episode };
      if (corrected === null || first.knownTo === null) return [first];
      return [
        first,
        { ...first, ...places[1], effective: corrected, knownFrom: first.knownTo, knownTo: null },
      ];
    });

const episodeOrNone = fc.constantFrom(null, null, 1, 2);
const traits = fc.record({
  sex: fc.constantFrom("woman", "man", "other", "unknown"),
  birthDate: fc.constantFrom(
    null,
    null,
    "1989-12-09",
    "1998-05-01",
    "2008-01-01",
    "2008-01-10",
    "2008-02-29",
  ),
  birthYear: fc.constantFrom(null, 1960, 1988, 1989, 1990, 1998, 2007, 2008),
  ageAtDetention: fc.constantFrom(null, { min: 16, max: 17 }, { min: 17, max: 18 }, { min: 18, max: 30 }),
  nationality: fc.constantFrom("national", "dual", "foreign", "unknown"),
  civilMilitary: fc.constantFrom("civilian", "military_active", "military_retired", "unknown"),
});

const verified = fc.constant({
  track: "vetting" as const,
  state: "verified_political",
  effective: { earliest: null, latest: null },
  knownFrom: always,
});
const granted = fc.constant({ purpose: "count", granted: true, knownFrom: always });
const permissionIn = (days: Days) =>
  fc
    .record({ purpose: fc.constantFrom("count", "name"), granted: fc.boolean(), known: knownIn(days) })
    .map(({ known, ...rest }) => ({ ...rest, ...known }));

const measureIn = (days: Days) =>
  fc
    .record({
      fact: factIn(days, "measure", ["VE242.1", "VE242.3"], fc.constant(null)),
      end: fc.option(boundsIn(days), { nil: null }),
    })
    .map(({ fact, end }) => (end ? { ...fact, end } : fact));

const isEarly = (fact: { effective?: { earliest?: string | null } }) => fact.effective?.earliest ?? "";

/** A person whose custody facts a registry accepts: generated in disorder, episodes numbered upward, contradictions left out one by one. */
const personIn = (days: Days): fc.Arbitrary<OracleCase> =>
  fc
    .record({
      person: traits,
      permissions: fc.tuple(
        fc.oneof({ weight: 5, arbitrary: granted }, { weight: 1, arbitrary: permissionIn(days) }),
        fc.array(permissionIn(days), { maxLength: 2 }),
      ),
      custody: fc.array(custodyIn(days), { minLength: 1, maxLength: 5 }),
      others: fc.tuple(
        fc.array(
          fc.oneof(
            { weight: 3, arbitrary: verified },
            { weight: 2, arbitrary: factIn(days, "vetting", vettingStates, episodeOrNone) },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        fc.array(factIn(days, "process", processStates, episodeOrNone), { maxLength: 3 }),
        fc.array(measureIn(days), { maxLength: 2 }),
      ),
    })
    .map(({ person, permissions: [first, rest], custody, others }) => {
      const ordered = custody
        .flat()
        .sort((a, b) => a.episode - b.episode || isEarly(a).localeCompare(isEarly(b)));
      const kept: OracleFact[] = [];
      for (const next of ordered) if (!refused([...kept, next])) kept.push(next);
      return { person, permissions: [first, ...rest], facts: [...kept, ...others.flat()] } as OracleCase;
    });

/** A moment to ask at or to know at: the days the facts speak of, so that every edge is hit exactly, and long after. */
const momentIn = (days: Days) =>
  fc
    .oneof(
      { weight: 6, arbitrary: instantIn(days) },
      { weight: 1, arbitrary: fc.constant(`${days.at(-1)}T23:00:00.000-09:00`) },
      { weight: 1, arbitrary: fc.constant("2026-06-01T04:00:00Z") },
    )
    .map((text) => Date.parse(text));

const anySpan = fc.constantFrom(...spans);
export const anyPerson = anySpan.chain(personIn);
export const anyMoment = anySpan.chain(momentIn);

/** People of the same days, and moments of those days. */
export const anyRegistry = (moments: number, [fewest, most]: [number, number] = [1, 3]) =>
  anySpan.chain((days) =>
    fc.record({
      people: fc.array(personIn(days), { minLength: fewest, maxLength: most }),
      moments: fc.array(momentIn(days), { minLength: moments, maxLength: moments }),
    }),
  );

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

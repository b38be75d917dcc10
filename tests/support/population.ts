import { newId } from "@/lib/core/ids";
import { asOwner } from "./owner";

export interface Counted {
  sex?: string;
  civilMilitary?: string;
  stateHeld?: string;
  ageGroup?: string;
  from?: string;
  /** Exit, when the person left. */
  to?: string;
  knownFrom?: string;
}

const references = "0123456789ABCDFHKMNQRSTWXYZ";

/** A public reference for the n-th invented case of a test. */
const referenceOf = (n: number) => {
  const digit = (place: number) => references[Math.floor(n / 27 ** place) % 27];
  return `${digit(3)}${digit(2)}${digit(1)}${digit(0)}-00`;
};
let made = 0;

/**
 * Invented people as counting would have derived them, straight into the derived rows: for tests of what is done with counts, not
 * of how facts count. Answers their case ids.
 */
export async function counted(people: Counted[]): Promise<string[]> {
  const cases: string[] = [];
  for (const one of people) {
    const [person, id] = [newId(), newId()];
    const from = one.from ?? "2025-01-01T00:00:00Z";
    const knownFrom = one.knownFrom ?? "2025-01-01T00:00:00Z";
    await asOwner("INSERT INTO registry.people (id, created_at) VALUES ($1, $2)", [person, knownFrom]);
    await asOwner(
      "INSERT INTO registry.cases (id, person_id, reference, opened_by, opened_at) VALUES ($1, $2, $3, 'ines', $4)",
      [id, person, referenceOf(made++), knownFrom],
    );
    await asOwner(
      `INSERT INTO registry.custody_intervals (id, person_id, episode, known, during, state, held, counted, verified, permitted, merged,
        house_arrest, release_ordered, whereabouts_unknown, whereabouts, sentence_served, amnestied, convicted, sex, civil_military,
        age_group, nationality, state_of_detention, state_held, sectors, restricted)
       VALUES ($1, $2, 1, tstzrange($3, NULL), tstzrange($4, $5, '[]'), 'located_contact', true, true, true, true, false,
        false, false, false, 'known', false, false, 'unknown', $6, $7, $8, 'national', 'VE-A', $9, '{}', false)`,
      [
        newId(),
        person,
        knownFrom,
        from,
        one.to ?? null,
        one.sex ?? "man",
        one.civilMilitary ?? "civilian",
        one.ageGroup ?? "adult",
        one.stateHeld ?? "VE-M",
      ],
    );
    await asOwner(
      `INSERT INTO registry.stays (id, person_id, episode, known, entry, exit, exit_state, short, first, joined, counted, verified, permitted, merged)
       VALUES ($1, $2, 1, tstzrange($3, NULL), $4, $5, $6, false, true, false, true, true, true, false)`,
      [newId(), person, knownFrom, from, one.to ?? null, one.to ? "released_full" : null],
    );
    cases.push(id);
  }
  return cases;
}

/** A confirmed naming act, as two editors would have left it. */
export async function nameCase(caseId: string, at: string): Promise<void> {
  await asOwner(
    `INSERT INTO registry.naming_acts (id, case_id, kind, proposed_by, proposed_at, confirmed_by, confirmed_at)
     VALUES ($1, $2, 'named', 'elena', $3, 'carmen', $3)`,
    [newId(), caseId, at],
  );
}

/** What stands in tables no refused act may have touched. */
export async function countRows(...tables: string[]): Promise<number[]> {
  const rows = await Promise.all(
    tables.map((table) => asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)),
  );
  return rows.map(([row]) => row?.n ?? -1);
}

import type { Tx } from "@/lib/db/connect";
import { loadDerivables } from "./queries";
import { derive } from "./rules";
import type { Derived, During, Interval, KnownRange, Moment } from "./schema";

const BATCH = 500;

/**
 * Replaces the derived rows of these people by what their facts say now. Whoever writes a fact, a permission or a trait calls it
 * in the same transaction; two transactions about one person wait for each other, so that both are counted.
 */
export async function recount(tx: Tx, personIds: readonly string[]): Promise<void> {
  const ids = [...new Set(personIds)].sort();
  for (let start = 0; start < ids.length; start += BATCH)
    await recountBatch(tx, ids.slice(start, start + BATCH));
}

async function recountBatch(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRaw`SELECT FROM registry.people WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`DELETE FROM registry.custody_intervals WHERE person_id = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`DELETE FROM registry.stays WHERE person_id = ANY(${ids}::uuid[])`;
  await tx.$executeRaw`DELETE FROM registry.pending_intervals WHERE person_id = ANY(${ids}::uuid[])`;
  const people = await loadDerivables(tx, ids);
  await insertDerived(
    tx,
    [...people].map(([id, person]) => [id, derive(person)]),
  );
}

/** Writes derived rows of people who have none, in one statement per table. */
export async function insertDerived(tx: Tx, derived: readonly (readonly [string, Derived])[]): Promise<void> {
  const intervals = derived.flatMap(([id, { intervals }]) => intervals.map((row) => intervalRow(id, row)));
  const stays = derived.flatMap(([id, { stays }]) => stays.map((row) => stayRow(id, row)));
  const pending = derived.flatMap(([person_id, { pending }]) =>
    pending.map((row) => ({ person_id, known: knownText(row.known) })),
  );
  if (intervals.length > 0)
    await tx.$executeRaw`
      INSERT INTO registry.custody_intervals (id, person_id, episode, known, during, state, held, counted, verified, permitted, merged,
        house_arrest, release_ordered, whereabouts_unknown, whereabouts, sentence_served, amnestied, convicted, sex, civil_military,
        age_group, nationality, state_of_detention, state_held, facility, sectors, restricted)
      SELECT gen_random_uuid(), r.* FROM json_to_recordset(${JSON.stringify(intervals)}::json) AS r(person_id uuid, episode int,
        known tstzrange, during tstzrange, state text, held boolean, counted boolean, verified boolean, permitted boolean,
        merged boolean, house_arrest boolean, release_ordered boolean, whereabouts_unknown boolean, whereabouts text,
        sentence_served boolean, amnestied boolean, convicted text, sex text, civil_military text, age_group text, nationality text,
        state_of_detention text, state_held text, facility text, sectors text[], restricted boolean)`;
  if (stays.length > 0)
    await tx.$executeRaw`
      INSERT INTO registry.stays (id, person_id, episode, known, entry, exit, exit_state, short, first, joined, counted, verified,
        permitted, merged)
      SELECT gen_random_uuid(), r.* FROM json_to_recordset(${JSON.stringify(stays)}::json) AS r(person_id uuid, episode int,
        known tstzrange, entry timestamptz, exit timestamptz, exit_state text, short boolean, first boolean, joined boolean,
        counted boolean, verified boolean, permitted boolean, merged boolean)`;
  if (pending.length > 0)
    await tx.$executeRaw`
      INSERT INTO registry.pending_intervals (id, person_id, known)
      SELECT gen_random_uuid(), r.* FROM json_to_recordset(${JSON.stringify(pending)}::json) AS r(person_id uuid, known tstzrange)`;
}

const iso = (moment: Moment | null) => (moment === null ? null : new Date(moment).toISOString());
const knownText = ({ from, to }: KnownRange) => `[${iso(from)},${iso(to) ?? ""})`;

function duringText({ from, fromInside, to, toInside }: During): string {
  return `${from !== null && fromInside ? "[" : "("}${iso(from) ?? ""},${iso(to) ?? ""}${to !== null && toInside ? "]" : ")"}`;
}

const intervalRow = (personId: string, row: Interval) => ({
  person_id: personId,
  episode: row.episode,
  known: knownText(row.known),
  during: duringText(row.during),
  state: row.state,
  held: row.held,
  counted: row.counted,
  verified: row.verified,
  permitted: row.permitted,
  merged: row.merged,
  house_arrest: row.houseArrest,
  release_ordered: row.releaseOrdered,
  whereabouts_unknown: row.whereaboutsUnknown,
  whereabouts: row.whereabouts,
  sentence_served: row.sentenceServed,
  amnestied: row.amnestied,
  convicted: row.convicted,
  sex: row.sex,
  civil_military: row.civilMilitary,
  age_group: row.ageGroup,
  nationality: row.nationality,
  state_of_detention: row.stateOfDetention,
  state_held: row.stateHeld,
  facility: row.facility,
  sectors: row.sectors,
  restricted: row.restricted,
});

const stayRow = (personId: string, { known, ...stay }: Derived["stays"][number]) => ({
  person_id: personId,
  episode: stay.episode,
  known: knownText(known),
  entry: iso(stay.entry),
  exit: iso(stay.exit),
  exit_state: stay.exitState,
  short: stay.short,
  first: stay.first,
  joined: stay.joined,
  counted: stay.counted,
  verified: stay.verified,
  permitted: stay.permitted,
  merged: stay.merged,
});

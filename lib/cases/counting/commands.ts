import type { Tx } from "@/lib/db/connect";
import { columnsOf } from "@/lib/db/sql";
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
  const [interval, stay, wait] = [columnsOf(intervals), columnsOf(stays), columnsOf(pending)];
  if (intervals.length > 0)
    await tx.$executeRaw`
      INSERT INTO registry.custody_intervals (id, person_id, episode, known, during, state, held, counted, verified, permitted, merged,
        house_arrest, release_ordered, whereabouts_unknown, whereabouts, sentence_served, amnestied, convicted, sex, civil_military,
        age_group, nationality, state_of_detention, state_held, facility, sectors, restricted)
      SELECT gen_random_uuid(), r.person_id, r.episode, r.known, r.during, r.state, r.held, r.counted, r.verified, r.permitted, r.merged,
        r.house_arrest, r.release_ordered, r.whereabouts_unknown, r.whereabouts, r.sentence_served, r.amnestied, r.convicted, r.sex,
        r.civil_military, r.age_group, r.nationality, r.state_of_detention, r.state_held, r.facility, r.sectors::text[], r.restricted
      FROM unnest(${interval("person_id")}::uuid[], ${interval("episode")}::int[], ${interval("known")}::tstzrange[],
        ${interval("during")}::tstzrange[], ${interval("state")}::text[], ${interval("held")}::boolean[],
        ${interval("counted")}::boolean[], ${interval("verified")}::boolean[], ${interval("permitted")}::boolean[],
        ${interval("merged")}::boolean[], ${interval("house_arrest")}::boolean[], ${interval("release_ordered")}::boolean[],
        ${interval("whereabouts_unknown")}::boolean[], ${interval("whereabouts")}::text[], ${interval("sentence_served")}::boolean[],
        ${interval("amnestied")}::boolean[], ${interval("convicted")}::text[], ${interval("sex")}::text[],
        ${interval("civil_military")}::text[], ${interval("age_group")}::text[], ${interval("nationality")}::text[],
        ${interval("state_of_detention")}::text[], ${interval("state_held")}::text[], ${interval("facility")}::text[],
        ${interval("sectors")}::text[], ${interval("restricted")}::boolean[])
        AS r(person_id, episode, known, during, state, held, counted, verified, permitted, merged, house_arrest, release_ordered,
          whereabouts_unknown, whereabouts, sentence_served, amnestied, convicted, sex, civil_military, age_group, nationality,
          state_of_detention, state_held, facility, sectors, restricted)`;
  if (stays.length > 0)
    await tx.$executeRaw`
      INSERT INTO registry.stays (id, person_id, episode, known, entry, exit, exit_state, short, first, joined, counted, verified,
        permitted, merged)
      SELECT gen_random_uuid(), r.* FROM unnest(${stay("person_id")}::uuid[], ${stay("episode")}::int[], ${stay("known")}::tstzrange[],
        ${stay("entry")}::timestamptz[], ${stay("exit")}::timestamptz[], ${stay("exit_state")}::text[], ${stay("short")}::boolean[],
        ${stay("first")}::boolean[], ${stay("joined")}::boolean[], ${stay("counted")}::boolean[], ${stay("verified")}::boolean[],
        ${stay("permitted")}::boolean[], ${stay("merged")}::boolean[]) AS r`;
  if (pending.length > 0)
    await tx.$executeRaw`
      INSERT INTO registry.pending_intervals (id, person_id, known)
      SELECT gen_random_uuid(), r.* FROM unnest(${wait("person_id")}::uuid[], ${wait("known")}::tstzrange[]) AS r`;
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

import { columnsOf } from "@/lib/db/columns";
import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/sql";
import { makeStale } from "../marks/commands";
import { loadDerivables } from "./queries";
import { derive } from "./rules";
import type { Derived, Interval, KnownRange } from "./schema";

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
  await makeStale(tx, ids);
  const people = await loadDerivables(tx, ids);
  await insertDerived(
    tx,
    [...people].map(([id, person]) => [id, derive(person)]),
  );
}

/** Writes derived rows of people who have none, in one statement per table. */
export const insertDerived = (tx: Tx, derived: readonly (readonly [string, Derived])[]) =>
  writeDerived(tx, derivedTables(derived));

/** Derived rows of people as they are written, so that they can be made while the database does something else. */
export function derivedTables(derived: readonly (readonly [string, Derived])[]) {
  return {
    intervals: columnsOf(
      derived.flatMap(([id, { intervals }]) => intervals.map((row) => intervalRow(id, row))),
      intervalTypes,
    ),
    stays: columnsOf(
      derived.flatMap(([id, { stays }]) =>
        stays.map((row) => ({ ...row, personId: id, known: spanOf(row.known) })),
      ),
      stayTypes,
    ),
    pending: columnsOf(
      derived.flatMap(([personId, { pending }]) =>
        pending.map((row) => ({ personId, known: spanOf(row.known) })),
      ),
      { personId: "uuid", known: "tstzrange" },
    ),
  };
}

/** Writes what `derivedTables` made of people who have no derived rows, in one statement per table. */
export async function writeDerived(
  tx: Tx,
  { intervals: interval, stays: stay, pending }: ReturnType<typeof derivedTables>,
): Promise<void> {
  if (interval)
    await tx.$executeRaw`
      INSERT INTO registry.custody_intervals (id, person_id, episode, known, during, state, held, counted, verified, permitted, merged,
        house_arrest, release_ordered, whereabouts_unknown, sentence_served, amnestied, restricted, whereabouts, convicted, sex,
        civil_military, age_group, nationality, state_of_detention, state_held, facility, sectors)
      SELECT ${rowId}, r.person_id, r.episode, r.known, r.during, r.state, r.marks & 1 <> 0, r.marks & 2 <> 0, r.marks & 4 <> 0,
        r.marks & 8 <> 0, r.marks & 16 <> 0, r.marks & 32 <> 0, r.marks & 64 <> 0, r.marks & 128 <> 0, r.marks & 256 <> 0,
        r.marks & 512 <> 0, r.marks & 1024 <> 0, r.whereabouts, r.convicted, r.sex, r.civil_military, r.age_group, r.nationality,
        r.state_of_detention, r.state_held, r.facility, r.sectors::text[]
      FROM unnest(${interval.personId}::uuid[], ${interval.episode}::int[], ${interval.known}::tstzrange[],
        ${interval.during}::tstzrange[], ${interval.state}::text[], ${interval.marks}::int[], ${interval.whereabouts}::text[],
        ${interval.convicted}::text[], ${interval.sex}::text[], ${interval.civilMilitary}::text[], ${interval.ageGroup}::text[],
        ${interval.nationality}::text[], ${interval.stateOfDetention}::text[], ${interval.stateHeld}::text[],
        ${interval.facility}::text[], ${interval.sectors}::text[]) WITH ORDINALITY
        AS r(person_id, episode, known, during, state, marks, whereabouts, convicted, sex, civil_military, age_group, nationality,
          state_of_detention, state_held, facility, sectors, place)`;
  if (stay)
    await tx.$executeRaw`
      INSERT INTO registry.stays (id, person_id, episode, known, entry, exit, exit_state, short, first, joined, counted, verified,
        permitted, merged)
      SELECT ${rowId}, r.person_id, r.episode, r.known, r.entry, r.exit, r.exit_state, r.short, r.first, r.joined, r.counted, r.verified,
        r.permitted, r.merged
      FROM unnest(${stay.personId}::uuid[], ${stay.episode}::int[], ${stay.known}::tstzrange[],
        ${stay.entry}::timestamptz[], ${stay.exit}::timestamptz[], ${stay.exitState}::text[], ${stay.short}::boolean[],
        ${stay.first}::boolean[], ${stay.joined}::boolean[], ${stay.counted}::boolean[], ${stay.verified}::boolean[],
        ${stay.permitted}::boolean[], ${stay.merged}::boolean[]) WITH ORDINALITY
        AS r(person_id, episode, known, entry, exit, exit_state, short, first, joined, counted, verified, permitted, merged, place)`;
  if (pending)
    await tx.$executeRaw`
      INSERT INTO registry.pending_intervals (id, person_id, known)
      SELECT gen_random_uuid(), r.* FROM unnest(${pending.personId}::uuid[], ${pending.known}::tstzrange[]) AS r`;
}

/**
 * The id of a derived row: its person's, with its place in the statement as the last eight digits. A person's rows are written in one
 * statement after the old ones went, so none meets another; and those of an import come in rising order, which an index likes.
 */
const rowId = Prisma.sql`(left(r.person_id::text, 28) || lpad(to_hex(r.place), 8, '0'))::uuid`;

/** Everything that is either so or not in one number, in the order of the statement above: eleven columns fewer to write and to read. */
function marksOf(row: Interval): number {
  const marks = [
    row.held,
    row.counted,
    row.verified,
    row.permitted,
    row.merged,
    row.houseArrest,
    row.releaseOrdered,
    row.whereaboutsUnknown,
    row.sentenceServed,
    row.amnestied,
    row.restricted,
  ];
  return marks.reduce((sum, mark, place) => (mark ? sum | (1 << place) : sum), 0);
}

const spanOf = ({ from, to }: KnownRange) => ({ from, fromInside: true, to, toInside: false });

const intervalRow = (personId: string, row: Interval) => ({
  ...row,
  personId,
  known: spanOf(row.known),
  marks: marksOf(row),
});

const intervalTypes = {
  personId: "uuid",
  episode: "int4",
  known: "tstzrange",
  during: "tstzrange",
  state: "text",
  marks: "int4",
  whereabouts: "text",
  convicted: "text",
  sex: "text",
  civilMilitary: "text",
  ageGroup: "text",
  nationality: "text",
  stateOfDetention: "text",
  stateHeld: "text",
  facility: "text",
  sectors: "text",
} as const;
const stayTypes = {
  personId: "uuid",
  episode: "int4",
  known: "tstzrange",
  entry: "timestamptz",
  exit: "timestamptz",
  exitState: "text",
  short: "bool",
  first: "bool",
  joined: "bool",
  counted: "bool",
  verified: "bool",
  permitted: "bool",
  merged: "bool",
} as const;

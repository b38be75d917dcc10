import { noticed } from "@/lib/core/turns";
import type { Ear } from "@/lib/db/hearing";
import { Prisma } from "@/lib/db/sql";
import { contextOf } from "@/lib/people/queries";
import { type Identity, identityInput } from "@/lib/people/schema";
import type { VaultKeys } from "@/lib/vault/keys";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import type { Indexed } from "../schema";
import { bornAbout, detentionsIn, printOf } from "./rules";

/** A person's row as it lies in the registry, sealed. */
export interface PersonRow {
  id: string;
  /** Null where the words were erased. */
  wrapped_key: Uint8Array | null;
  identity: Uint8Array | null;
  case_id: string;
  reference: string;
  sex: string | null;
  birth_date: string | null;
  birth_year: number | null;
  age_min: number | null;
  age_max: number | null;
  /** Each as state, day it began, and whether that day is known; see `detentionsIn`. */
  detentions: string | null;
}

const columns = Prisma.sql`p.id, p.wrapped_key, p.identity, c.id AS case_id, c.reference,
  t.sex, t.birth_date::text AS birth_date, t.birth_year, t.age_min, t.age_max, d.detentions`;
const traits = Prisma.sql`t.person_id, t.sex, t.birth_date, t.birth_year, t.age_min, t.age_max`;
const lastFirst = Prisma.sql`t.known_from DESC NULLS LAST, t.id DESC`;
const detentions = Prisma.sql`string_agg(concat_ws('/', coalesce(f.entity, ''),
  coalesce((f.earliest AT TIME ZONE 'America/Caracas')::date::text, ''),
  CASE WHEN f.latest - f.earliest <= interval '3 days' THEN 'day' ELSE '' END), ' ' ORDER BY f.episode, f.position) AS detentions`;
const begun = Prisma.sql`f.track = 'custody' AND f.state = 'apprehended' AND f.known_to IS NULL`;

/** These people of cases. */
export const readPeople = (ear: Ear, ids: readonly string[]): Promise<PersonRow[]> =>
  ear.ask<PersonRow>(Prisma.sql`
    SELECT ${columns} FROM registry.people p JOIN registry.cases c ON c.person_id = p.id
    LEFT JOIN LATERAL (SELECT ${traits} FROM registry.traits t WHERE t.person_id = p.id ORDER BY ${lastFirst} LIMIT 1) t ON true
    LEFT JOIN LATERAL (SELECT ${detentions} FROM registry.facts f WHERE f.case_id = c.id AND ${begun}) d ON true
    WHERE p.id = ANY(${ids}::uuid[])`);

/**
 * Everybody of a case, in no order, as they all were at one moment; some at a time, and while the caller works on those the registry looks
 * up the next. Every table is read once from end to end: at many people that takes a sixth of looking each of them up.
 */
export async function* readEverybody(ear: Ear): AsyncGenerator<PersonRow[]> {
  const fetch = () => ear.ask<PersonRow>(Prisma.sql`FETCH 2000 FROM everybody`);
  await ear.ask(Prisma.sql`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY`);
  try {
    await ear.ask(
      Prisma.sql`SELECT set_config('work_mem', '48MB', true), set_config('cursor_tuple_fraction', '1', true)`,
    );
    await ear.ask(Prisma.sql`
      DECLARE everybody NO SCROLL CURSOR FOR
      SELECT ${columns} FROM registry.people p JOIN registry.cases c ON c.person_id = p.id
      LEFT JOIN (SELECT DISTINCT ON (t.person_id) ${traits} FROM registry.traits t ORDER BY t.person_id, ${lastFirst}) t
        ON t.person_id = p.id
      LEFT JOIN (SELECT f.case_id, ${detentions} FROM registry.facts f WHERE ${begun} GROUP BY f.case_id) d ON d.case_id = c.id`);
    let rows = await fetch();
    while (rows.length > 0) {
      const next = noticed(fetch());
      yield rows;
      rows = await next;
    }
  } finally {
    await ear.ask(Prisma.sql`COMMIT`).catch(() => undefined);
  }
}

/** Changes with every sealing and every plain trait: the same mark, the same person as before. */
export const markOf = ({ identity, detentions, ...row }: PersonRow & { identity: Uint8Array }): number =>
  printOf(
    [
      Buffer.from(identity.buffer, identity.byteOffset, 17).toString("latin1"),
      ...[row.sex, row.birth_date, row.birth_year, row.age_min, row.age_max, detentions],
    ].join("|"),
  );

/** A person's row with its words opened, as the index holds it. */
export function openPerson(
  keys: VaultKeys,
  row: PersonRow & { wrapped_key: Uint8Array; identity: Uint8Array },
): Indexed {
  const sealed = openUnder(openPersonKey(keys, row.wrapped_key), row.identity, contextOf(row.id));
  const { givenNames, surnames, aliases, idDocument }: Identity = identityInput.parse(sealed);
  const { first, last, earlier } = detentionsIn(row.detentions);
  return {
    kind: "case",
    id: row.case_id,
    reference: row.reference,
    person: {
      givenNames,
      surnames,
      sex: row.sex,
      birthYear: row.birth_year ?? bornAbout(row.age_min, row.age_max, first),
      birthDate: row.birth_date,
      id: idDocument && { kind: idDocument.kind, number: idDocument.number },
      entity: last.entity,
      apprehended: last.apprehended,
    },
    aliases,
    earlier,
  };
}

/** How many there are to read. */
export async function countAll(ear: Ear): Promise<number> {
  const [row] = await ear.ask<{ n: string }>(Prisma.sql`
    SELECT (SELECT count(*) FROM registry.people) + (SELECT count(*) FROM registry.triage) AS n`);
  return Number(row?.n ?? 0);
}

/** The reports that wait, by id. */
export async function waitingReports(ear: Ear): Promise<string[]> {
  const rows = await ear.ask<{ id: string }>(Prisma.sql`SELECT report_id AS id FROM registry.triage`);
  return rows.map(({ id }) => id);
}

/** Reports as received, sealed to the vault. */
export const readReports = (ear: Ear, ids: readonly string[]): Promise<ReportRow[]> =>
  ear.ask<ReportRow>(Prisma.sql`
    SELECT r.id, r.sealed, r.received_at FROM registry.reports r JOIN registry.triage t ON t.report_id = r.id
    WHERE r.id = ANY(${ids}::uuid[])`);

export interface ReportRow {
  id: string;
  sealed: Uint8Array;
  received_at: Date;
}

import type { Ear } from "@/lib/db/hearing";
import { Prisma } from "@/lib/db/sql";
import { contextOf } from "@/lib/people/queries";
import { type Identity, identityInput } from "@/lib/people/schema";
import type { VaultKeys } from "@/lib/vault/keys";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import type { Indexed } from "../schema";
import { bornAbout } from "./rules";

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
  detentions: { entity: string | null; day: string | null; year: number | null }[] | null;
}

export const PAGE = 2000;
export const FIRST = "00000000-0000-0000-0000-000000000000";

/** People of cases in the order of their ids, from a place on; or these alone. */
export function readPeople(
  ear: Ear,
  which: { after: string } | { ids: readonly string[] },
): Promise<PersonRow[]> {
  const these =
    "after" in which ? Prisma.sql`p.id > ${which.after}::uuid` : Prisma.sql`p.id = ANY(${which.ids}::uuid[])`;
  return ear.ask<PersonRow>(Prisma.sql`
    SELECT p.id, p.wrapped_key, p.identity, c.id AS case_id, c.reference,
      t.sex, t.birth_date::text AS birth_date, t.birth_year, t.age_min, t.age_max,
      (SELECT json_agg(json_build_object('entity', f.entity, 'year', extract(year FROM f.earliest AT TIME ZONE 'America/Caracas'),
          'day', CASE WHEN f.latest - f.earliest <= interval '3 days' THEN (f.earliest AT TIME ZONE 'America/Caracas')::date END)
          ORDER BY f.episode, f.position)
        FROM registry.facts f
        WHERE f.case_id = c.id AND f.track = 'custody' AND f.state = 'apprehended' AND f.known_to IS NULL) AS detentions
    FROM registry.people p JOIN registry.cases c ON c.person_id = p.id
    LEFT JOIN LATERAL (
      SELECT t.sex, t.birth_date, t.birth_year, t.age_min, t.age_max FROM registry.traits t
      WHERE t.person_id = p.id ORDER BY t.known_from DESC NULLS LAST, t.id DESC LIMIT 1
    ) t ON true
    WHERE ${these}
    ORDER BY p.id LIMIT ${PAGE}`);
}

/** Changes with every sealing and every plain trait: the same mark, the same person as before. */
export const markOf = ({ identity, detentions, ...row }: PersonRow & { identity: Uint8Array }): string =>
  [
    Buffer.from(identity.subarray(1, 17)).toString("latin1"),
    ...[row.sex, row.birth_date, row.birth_year, row.age_min, row.age_max],
    ...(detentions ?? []).flatMap(({ entity, day, year }) => [entity, day, year]),
  ].join("|");

/** A person's row with its words opened, as the index holds it. */
export function openPerson(
  keys: VaultKeys,
  row: PersonRow & { wrapped_key: Uint8Array; identity: Uint8Array },
): Indexed {
  const sealed = openUnder(openPersonKey(keys, row.wrapped_key), row.identity, contextOf(row.id));
  const { givenNames, surnames, aliases, idDocument }: Identity = identityInput.parse(sealed);
  const detentions = (row.detentions ?? []).map(({ entity, day }) => ({ entity, apprehended: day }));
  return {
    ...{ kind: "case", id: row.case_id, reference: row.reference, aliases },
    person: {
      ...{ givenNames, surnames, sex: row.sex, birthDate: row.birth_date },
      birthYear: row.birth_year ?? bornAbout(row.age_min, row.age_max, row.detentions?.[0]?.year ?? null),
      id: idDocument && { kind: idDocument.kind, number: idDocument.number },
      ...(detentions.at(-1) ?? { entity: null, apprehended: null }),
    },
    earlier: detentions.slice(0, -1),
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

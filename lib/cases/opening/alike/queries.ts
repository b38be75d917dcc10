import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { contextOf } from "@/lib/people/queries";
import { identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import { Lookalikes } from "../../exchange/duplicates/rules";

/** Names are sealed and opened one by one: one look compares no more people than this. */
export const COMPARED = 1_000;
const DAY = 86_400_000;
const NEAR = 30 * DAY;

/** What is plain about somebody, by which the likeliest are compared first. */
export interface Plain {
  sex: string;
  /** Years in which they may have been born; null where nothing tells. */
  born: [number, number] | null;
  entity: string | null;
  /** Days between which they were taken; null is an open side. */
  taken: [Date | null, Date | null];
}

export interface Compared {
  among: Lookalikes;
  /** Everybody in the registry was compared. */
  everybody: boolean;
}

interface PersonRow {
  id: string;
  wrapped_key: Uint8Array;
  identity: Uint8Array;
  reference: string;
  birth_year: number | null;
}

/**
 * The people somebody may be, their names opened: first whoever was taken in the same state at that time, then whoever shares sex and
 * age, then the latest registered; so many and no more, so that a look takes as long in a large registry as in a small one.
 */
export async function peopleAlike(tx: Tx, keys: StaffActor["keys"], plain: Plain): Promise<Compared> {
  const ids = new Set(await takenNear(tx, plain));
  for (const id of await ofSexAndAge(tx, plain, COMPARED)) ids.add(id);
  for (const id of await latest(tx)) ids.add(id);
  const rows = await tx.$queryRaw<PersonRow[]>`
    SELECT p.id, p.wrapped_key, p.identity, c.reference, t.birth_year
    FROM registry.people p JOIN registry.cases c ON c.person_id = p.id
    LEFT JOIN LATERAL (
      SELECT coalesce(extract(year FROM t.birth_date)::int, t.birth_year) AS birth_year FROM registry.traits t
      WHERE t.person_id = p.id ORDER BY t.known_from DESC NULLS LAST LIMIT 1
    ) t ON true
    WHERE p.id = ANY(${[...ids].slice(0, COMPARED)}::uuid[]) AND p.wrapped_key IS NOT NULL AND p.identity IS NOT NULL`;
  const among = new Lookalikes();
  for (const { id, wrapped_key, identity, reference, birth_year } of rows) {
    const opened = openUnder(openPersonKey(keys, wrapped_key), identity, contextOf(id));
    among.add(identityInput.parse(opened), birth_year, reference);
  }
  return { among, everybody: ids.size < COMPARED };
}

async function takenNear(tx: Tx, { entity, taken: [from, to] }: Plain): Promise<string[]> {
  const first = from ?? (to && new Date(to.getTime() - 365 * DAY));
  const last = to ?? (from && new Date(from.getTime() + 365 * DAY));
  if (entity === null || first === null || last === null) return [];
  const middle = new Date((first.getTime() + last.getTime()) / 2);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.person_id AS id FROM registry.facts f JOIN registry.cases c ON c.id = f.case_id
    WHERE f.track = 'custody' AND f.entity = ${entity}
      AND f.earliest BETWEEN ${new Date(first.getTime() - NEAR)} AND ${new Date(last.getTime() + NEAR)}
    ORDER BY abs(extract(epoch FROM f.earliest - ${middle}::timestamptz)) LIMIT ${COMPARED / 2}`;
  return rows.map(({ id }) => id);
}

async function ofSexAndAge(tx: Tx, { sex, born }: Plain, most: number): Promise<string[]> {
  if (born === null) return [];
  const middle = (born[0] + born[1]) / 2;
  const sexes = sex === "unknown" ? ["woman", "man", "other", "unknown"] : [sex, "unknown"];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT person_id AS id FROM registry.traits
    WHERE sex = ANY(${sexes}::registry.sex[]) AND coalesce(extract(year FROM birth_date)::int, birth_year) BETWEEN ${born[0]} AND ${born[1]}
    ORDER BY abs(coalesce(extract(year FROM birth_date)::int, birth_year) - ${middle}::float), person_id DESC LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

async function latest(tx: Tx): Promise<string[]> {
  const rows = await tx.person.findMany({ orderBy: { id: "desc" }, take: COMPARED, select: { id: true } });
  return rows.map(({ id }) => id);
}

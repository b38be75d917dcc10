import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/generated/client";
import { contextOf } from "@/lib/people/queries";
import { identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";

/** Somebody verified who is in custody as known now. */
export interface InCustody {
  caseId: string;
  personId: string;
  reference: string;
  episode: number;
  state: string;
  entity: string | null;
  facility: string | null;
  /** A release or another exit of this detention already waits for its second person. */
  exitWaits: boolean;
}

/** Verified people in custody now who have these references; also whoever may not be counted. */
export function listInCustody(tx: Tx, now: Date, references: readonly string[]): Promise<InCustody[]> {
  return tx.$queryRaw<InCustody[]>`
    WITH inside AS (${insideNow(now, Prisma.sql`true`)})
    SELECT ${columns} FROM inside i JOIN registry.cases c ON c.person_id = i.person_id
    WHERE c.reference = ANY(${[...references]}::text[]) ORDER BY c.id`;
}

/** The same of one state or prison or of all, those of the latest cases first and so many of them, and how many there are. */
export async function listSomeInCustody(
  tx: Tx,
  now: Date,
  { entity, facility }: { entity: string; facility: string },
  most: number,
): Promise<{ inside: InCustody[]; total: number }> {
  const where = Prisma.sql`(${entity} = '' OR state_held = ${entity}) AND (${facility} = '' OR coalesce(facility, 'unknown') = ${facility})`;
  const rows = await tx.$queryRaw<(InCustody & { total: bigint })[]>`
    WITH everybody AS (${insideNow(now, where)}),
    inside AS (SELECT *, count(*) OVER () AS total FROM everybody ORDER BY person_id DESC LIMIT ${most})
    SELECT ${columns}, i.total FROM inside i JOIN registry.cases c ON c.person_id = i.person_id ORDER BY c.id`;
  return { inside: rows.map(({ total: _, ...one }) => one), total: Number(rows[0]?.total ?? 0) };
}

const insideNow = (now: Date, where: Prisma.Sql) => Prisma.sql`
  SELECT person_id, episode, state, state_held, facility FROM registry.custody_intervals
  WHERE counted AND during @> ${now}::timestamptz AND known @> ${now}::timestamptz AND ${where}
  UNION ALL
  SELECT person_id, episode, state, state_held, facility FROM registry.custody_intervals
  WHERE held AND verified AND NOT permitted AND NOT merged
    AND during @> ${now}::timestamptz AND known @> ${now}::timestamptz AND ${where}`;

const exits = [
  "released_with_measures",
  "released_full",
  "released_unspecified",
  "released_expelled",
  "expelled_deported",
  "left_without_release",
  "died_in_custody",
];

const columns = Prisma.sql`
  c.id AS "caseId", c.person_id AS "personId", c.reference, i.episode, i.state, nullif(i.state_held, 'unknown') AS entity, i.facility,
  EXISTS (SELECT FROM registry.facts f WHERE f.case_id = c.id AND f.track = 'custody' AND f.episode = i.episode
    AND f.known_from IS NULL AND f.known_to IS NULL AND f.state = ANY(${exits}::text[])) AS "exitWaits"`;

/** Names by case reference, opened in the session; whoever was erased is absent. The caller writes who looked. */
export async function openNames(tx: Tx, { keys }: StaffActor, references: readonly string[]) {
  const rows = await tx.case.findMany({
    where: { reference: { in: [...references] } },
    select: { reference: true, person: { select: { id: true, wrappedKey: true, identity: true } } },
  });
  return new Map(
    rows.flatMap(({ reference, person: { id, wrappedKey, identity } }) => {
      if (!wrappedKey || !identity) return [];
      const opened = openUnder(openPersonKey(keys, wrappedKey), identity, contextOf(id));
      return [[reference, identityInput.parse(opened)] as const];
    }),
  );
}

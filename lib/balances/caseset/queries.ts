import type { Tx } from "@/lib/db/connect";

/** The internal ids of the cases counted at (at, known): those behind the total, once each. Never leaves the private side. */
export async function listCounted(tx: Tx, at: Date, known: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT c.id::text AS id FROM registry.custody_intervals i JOIN registry.cases c ON c.person_id = i.person_id
    WHERE i.counted AND i.during @> ${at}::timestamptz AND i.known @> ${known}::timestamptz ORDER BY 1`;
  return rows.map(({ id }) => id);
}

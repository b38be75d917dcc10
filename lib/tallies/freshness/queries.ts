import { method } from "@/lib/cases/counting/method/schema";
import { daysLater } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/sql";
import { heldTotal } from "../queries";
import type { Freshness } from "./schema";

type Shown = Record<"custody" | "process" | "remedy", readonly string[]>;

/** Whether a fact is one of those listed for its track. */
const isAmong = ({ custody, process, remedy }: Shown) => Prisma.sql`CASE f.track
  WHEN 'custody' THEN f.state = ANY(${[...custody]}) WHEN 'process' THEN f.state = ANY(${[...process]})
  WHEN 'remedy' THEN f.state = ANY(${[...remedy]}) ELSE false END`;

/**
 * Of those held at (at, known), how many have a fact of that episode, known then and dated wholly within the last 30 or 90 days in
 * Caracas, that places them in custody, and how many that shows contact (R10; a denial or a filing shows nothing, CRBV 44.2).
 * Doubt lowers it: an imprecise date that may lie outside is not counted. Whoever is in neither is held all the same.
 */
export async function freshness(tx: Tx, at: Date, known: Date): Promise<Freshness> {
  const windows = method.freshWithin.map((days) => ({ days, since: daysLater(at, -days) }));
  const oldest = windows.reduce((least, { since }) => (since < least ? since : least), at);
  const latest = await tx.$queryRaw<{ confirmed: Date; contact: Date | null }[]>`
    SELECT max(f.earliest) FILTER (WHERE ${isAmong(method.confirmedBy)}) AS confirmed,
      max(f.earliest) FILTER (WHERE ${isAmong(method.contactBy)}) AS contact
    FROM registry.custody_intervals h
    JOIN registry.cases c ON c.person_id = h.person_id
    JOIN registry.facts f ON f.case_id = c.id
    WHERE h.counted AND h.during @> ${at}::timestamptz AND h.known @> ${known}::timestamptz
      AND f.known_from <= ${known}::timestamptz AND (f.known_to IS NULL OR f.known_to > ${known}::timestamptz)
      AND f.earliest >= ${oldest}::timestamptz AND f.latest <= ${at}::timestamptz AND ${isAmong(method.confirmedBy)}
      AND (f.episode = h.episode OR (f.episode IS NULL AND EXISTS (
        SELECT FROM registry.custody_intervals i WHERE i.person_id = h.person_id AND i.episode = h.episode
          AND i.during @> f.latest AND i.known @> ${known}::timestamptz)))
    GROUP BY h.person_id`;
  const lately = (moment: Date | null, since: Date) => moment !== null && moment >= since;
  return {
    at: at.toISOString(),
    known: known.toISOString(),
    method: method.version,
    held: await heldTotal(tx, at, known),
    within: windows.map(({ days, since }) => ({
      days,
      since: since.toISOString(),
      confirmed: latest.filter((one) => lately(one.confirmed, since)).length,
      withContact: latest.filter((one) => lately(one.contact, since)).length,
    })),
  };
}

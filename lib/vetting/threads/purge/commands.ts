import { record } from "@/lib/audit/record";
import { type Clock, dateInCaracas } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";

/**
 * Deletes words that were read more than thirty days ago, on either side; what still waits for an answer stays until it has one, and
 * where a report stands and what is permitted stay. Runs by itself; answers how many went.
 */
export async function purgeMessages(clock: Clock): Promise<number> {
  const now = clock();
  return desk().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ gone: bigint }[]>`
      SELECT registry.purge_messages(${dateInCaracas(now)}::date) AS gone`;
    const gone = Number(row?.gone ?? 0);
    if (gone > 0) await record(tx, { kind: "system", job: "purge" }, "messages.purged", null, now);
    return gone;
  });
}

import type { Clock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";

/** Drafts whose days are over lose their row, and those of their documents with it. Runs by itself; answers how many went. */
export async function expireDrafts(clock: Clock): Promise<number> {
  const [row] = await desk().$queryRaw<{ gone: bigint }[]>`SELECT registry.expire_drafts(${clock()}) AS gone`;
  return Number(row?.gone ?? 0);
}

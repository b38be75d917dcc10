import { z } from "zod";
import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { openFromVault } from "@/lib/vault/seal";

const told = z.looseObject({ state: z.string().optional(), naming: z.string().optional() });

/** What the thread of a report was told as that of a holder with standing: the last state, and every handle of a page. */
export async function readTold(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  report: string,
): Promise<{ state: string | null; namings: string[] }> {
  const rows = await tx.message.findMany({
    where: { kind: "answers", fromFamily: false, thread: { receipts: { some: { reportId: report } } } },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
    select: { sealedToVault: true },
  });
  const all = [];
  for (const { sealedToVault } of rows) all.push(told.parse(await openFromVault(keys, sealedToVault)));
  return {
    state: all.findLast(({ state }) => state !== undefined)?.state ?? null,
    namings: all.flatMap(({ naming }) => naming ?? []),
  };
}

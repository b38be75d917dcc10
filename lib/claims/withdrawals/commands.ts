import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { copyLedger, lockLedger } from "../published/commands";

/**
 * Takes a published figure out of what the public reads, with the reason; the ledger keeps it and everything ever entered of it. Only
 * an entry that two people publish brings it back.
 */
export async function withdrawFigure(
  actor: Actor,
  { id, why }: { id: string; why: string },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "claim.withdraw");
  const now = clock();
  await desk().$transaction(
    async (tx) => {
      await lockLedger(tx);
      const held = await tx.claim.findUnique({ where: { id }, select: { withdrawalId: true } });
      if (!held) throw new Refusal("not_found");
      if (held.withdrawalId) throw new Refusal("already_withdrawn");
      const withdrawalId = newId(now);
      await tx.claimWithdrawal.create({
        data: { id: withdrawalId, claimId: id, why, withdrawnBy: staff.username, withdrawnAt: now },
        select: { id: true },
      });
      await tx.claim.update({ where: { id }, data: { withdrawalId }, select: { id: true } });
      await copyLedger(tx, now);
      await record(tx, staff, "claim.withdrawn", { claim: id, why }, now);
    },
    { timeout: 60_000, maxWait: 30_000 },
  );
}

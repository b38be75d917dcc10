import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { spendRecoveryCode } from "./recovery-codes";
import { totpStep } from "./totp";

/**
 * Uses up what was typed as a second factor: six figures of the authenticator, or one of the recovery codes. Refused, each
 * time alike, when it is neither, or was used; of many at the same moment one gets through.
 */
export async function spendFactor(
  tx: Tx,
  staffId: string,
  totpSecret: string,
  typed: string,
  now: Date,
): Promise<void> {
  const step = totpStep(totpSecret, typed, now);
  if (step === null) {
    if (await spendRecoveryCode(tx, staffId, typed, now)) return;
    throw new Refusal("sign_in_failed");
  }
  const { count } = await tx.staff.updateMany({
    where: { id: staffId, totpStep: { lt: step }, disabledAt: null },
    data: { totpStep: step },
  });
  if (count === 0) throw new Refusal("sign_in_failed");
}

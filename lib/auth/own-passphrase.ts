import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { newSalt, passphraseKey } from "@/lib/vault/passphrase";
import type { Actor } from "./actor";
import { authorise } from "./permissions";
import { type ChangedPassphrase, changedPassphrase } from "./schema";
import { hashOfSession } from "./sessions";
import { openOrRefuse } from "./sign-in";
import { rewrapStaffKeys } from "./staff-keys";
import { requireFresh } from "./step-up";
import { countTry, forgetTries } from "./throttle";
import { recordStaffAct } from "./trail";

/**
 * A passphrase of one's own in place of the old one, which opens nothing any more. The same keys are wrapped anew, so that nobody
 * else has to act; every other session of theirs ends. Guessing the old one is slowed like signing in.
 */
export async function changePassphrase(
  actor: Actor,
  given: ChangedPassphrase,
  sessionId: string,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "desk.enter");
  requireFresh(staff, clock);
  const { current, passphrase } = changedPassphrase.parse(given);
  const now = clock();
  await countTry(`passphrase ${staff.username}`, null, now);
  const row = await desk().staff.findFirst({
    where: { id: staff.id, disabledAt: null },
    select: {
      kdfSalt: true,
      publicKey: true,
      signingPublicKey: true,
      wrappedPrivateKey: true,
      wrappedSigningKey: true,
      wrappedTotp: true,
    },
  });
  if (!row) throw new Refusal("not_signed_in");
  const keys = openOrRefuse(staff.id, await passphraseKey(current, row.kdfSalt), row);
  const kdfSalt = newSalt();
  const wrapped = rewrapStaffKeys(staff.id, await passphraseKey(passphrase, kdfSalt), keys);
  await desk().$transaction(async (tx) => {
    const { count } = await tx.staff.updateMany({
      where: { id: staff.id, kdfSalt: row.kdfSalt, disabledAt: null },
      data: { kdfSalt, ...wrapped },
    });
    if (count !== 1) throw new Refusal("changed_meanwhile");
    const kept = hashOfSession(sessionId);
    await tx.staffSession.deleteMany({
      where: { staffId: staff.id, ...(kept && { NOT: { idHash: kept } }) },
    });
    await recordStaffAct(tx, staff, "staff.passphrase_changed", { staff: staff.username }, now);
  });
  await forgetTries(`passphrase ${staff.username}`, null);
}

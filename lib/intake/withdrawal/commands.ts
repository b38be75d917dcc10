import type { FamilyActor } from "@/lib/auth/actor";
import type { PostedWithdrawal } from "@/lib/consent/withdrawals/schema";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { intake } from "@/lib/db/intake";
import type { CodeKeys } from "@/lib/vault/receipt";
import { sealToVault } from "@/lib/vault/seal";
import { vaultKey } from "../draft/queries";

const MINUTE = 60_000;

/**
 * Takes back the permission to be counted, from the thread that a code opened. It holds from this minute, whenever staff open it;
 * what was published before stays. Refused for a code that opens no report.
 */
export async function postWithdrawal(_actor: FamilyActor, keys: CodeKeys, clock: Clock): Promise<void> {
  const vault = await vaultKey();
  if (!vault) throw new Refusal("reception_closed");
  // Up to the next minute: no row tells the second at which somebody sat at a phone, and none is known before it was posted.
  const posted = new Date(Math.ceil(clock().getTime() / MINUTE) * MINUTE);
  const payload: PostedWithdrawal = {
    version: 1,
    lookup: Buffer.from(keys.lookup).toString("base64"),
    purpose: "count",
  };
  const [row] = await intake().$queryRaw<{ posted: boolean }[]>`
    SELECT registry.intake_post_withdrawal(${keys.lookup}, ${newId(posted)}::uuid, ${await sealToVault(vault, payload)},
      ${posted}, ${await sealToVault(vault, { why: "count" })}) AS posted`;
  if (!row?.posted) throw new Refusal("code_unknown");
}

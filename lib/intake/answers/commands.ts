import { randomUUID } from "node:crypto";
import type { FamilyActor } from "@/lib/auth/actor";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import type { Changeable, PostedWithdrawal } from "@/lib/consent/withdrawals/schema";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { intake } from "@/lib/db/intake";
import { sealTo, sealToVault } from "@/lib/vault/seal";
import { vaultKey } from "../draft/queries";
import type { MessageContent } from "../schema";
import type { PosterKeys } from "../thread/commands";
import { idOf } from "../thread/rules";

const MINUTE = 60_000;

interface Answer {
  keys: PosterKeys;
  purpose: Changeable;
  granted: boolean;
  /** Marks the page it was posted from: twice from there is once. */
  form: string;
  /** The handle of the page with the name, where this holder was given one. */
  naming?: string | null;
}

/**
 * What a holder permits or takes back from now on. It is known from the end of this minute, whenever staff open it, where their standing
 * was recorded; anybody else's opens a review. A name taken back is off every public page before this returns. Refuses `code_unknown`,
 * and `answers_enough` past twenty a day.
 */
export async function postAnswer(
  _actor: FamilyActor,
  { keys, purpose, granted, form, naming }: Answer,
  clock: Clock,
): Promise<void> {
  const vault = await vaultKey();
  if (!vault) throw new Refusal("reception_closed");
  // Up to the next minute: no row tells the second at which somebody sat at a phone, and none is known before it was posted.
  const posted = new Date(Math.ceil(clock().getTime() / MINUTE) * MINUTE);
  if (naming && !granted && purpose !== "count") {
    const handle = new Uint8Array(Buffer.from(naming, "base64"));
    await intake().$queryRaw`
      SELECT registry.intake_withdraw_naming(${keys.lookup}, ${handle}, ${randomUUID()}::uuid, ${posted},
        ${await sealToVault(vault, { why: "name" })})`;
  }
  const payload: PostedWithdrawal = {
    version: 1,
    lookup: Buffer.from(keys.lookup).toString("base64"),
    ...{ purpose, granted, textVersion: CONSENT_TEXT },
  };
  const stands: MessageContent = { own: "answers", answers: [{ purpose, granted }] };
  const [row] = await intake().$queryRaw<{ kept: string }[]>`
    SELECT registry.intake_post_answer(${keys.lookup}, ${newId(posted)}::uuid, ${await sealToVault(vault, payload)},
      ${idOf(keys.lookup, "answer", form, purpose, String(granted))}::uuid, ${await sealTo(keys.threadPublicKey, stands)},
      ${await sealToVault(vault, stands)}, ${posted}, ${await sealToVault(vault, { why: purpose })}) AS kept`;
  if (row?.kept === "kept") return;
  throw new Refusal(row?.kept === "full" ? "answers_enough" : "code_unknown");
}

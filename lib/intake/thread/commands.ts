import { createHash } from "node:crypto";
import type { FamilyActor } from "@/lib/auth/actor";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { intake } from "@/lib/db/intake";
import { sealTo, sealToVault } from "@/lib/vault/seal";
import { vaultKey } from "../draft/queries";
import type { MessageContent } from "../schema";

/** Whose thread: both come from its code. */
export interface PosterKeys {
  lookup: Uint8Array<ArrayBuffer>;
  threadPublicKey: Uint8Array;
}

const MOST = 2000;

/**
 * Keeps what a family writes on its own thread, sealed to its code and to the vault. `form` marks the page it was written on: posted
 * twice from there it is one message. Refused for a code that opens no report, and past twenty a day.
 */
export async function postWord(
  _actor: FamilyActor,
  { keys, words, form }: { keys: PosterKeys; words: string; form: string },
  clock: Clock,
): Promise<void> {
  const note = words.trim().slice(0, MOST);
  if (note === "") throw new Refusal("reason_missing");
  const vault = await vaultKey();
  if (!vault) throw new Refusal("reception_closed");
  const said: MessageContent = { note };
  const [row] = await intake().$queryRaw<{ kept: boolean }[]>`
    SELECT registry.intake_post_message(${keys.lookup}, ${idOf(keys.lookup, form, note)}::uuid,
      ${await sealTo(keys.threadPublicKey, said)}, ${await sealToVault(vault, said)}, ${minute(clock)},
      ${await sealToVault(vault, { why: "word" })}) AS kept`;
  if (!row?.kept) throw new Refusal("code_unknown");
}

/** The same page, code and words make the same id; nobody without the code can tell which words. */
function idOf(lookup: Uint8Array, form: string, words: string): string {
  const hash = createHash("sha256").update(lookup).update(`\n${form}\n${words}`).digest("hex");
  return `ffffffff-${hash.slice(0, 4)}-8${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${hash.slice(10, 22)}`;
}

const minute = (clock: Clock) => new Date(Math.floor(clock().getTime() / 60_000) * 60_000);

import type { FamilyActor } from "@/lib/auth/actor";
import { type Clock, dateInCaracas, minuteOf } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { intake } from "@/lib/db/intake";
import { sealTo, sealToVault } from "@/lib/vault/seal";
import { vaultKey } from "../draft/queries";
import type { MessageContent } from "../schema";
import { idOf, MOST_WORDS } from "./rules";

/** Whose thread: both come from its code. */
export interface PosterKeys {
  lookup: Uint8Array<ArrayBuffer>;
  threadPublicKey: Uint8Array;
}

/**
 * Keeps what a family writes on its own thread, sealed to the vault; under its own code only that something was written and when, so
 * that whoever takes the code reads none of it. `form` marks the page it was written on: posted twice from there it is one message. Never
 * cut: refuses `words_too_long`, `words_enough` past twenty a day, and `code_unknown` for a code that opens no report.
 */
export async function postWord(
  _actor: FamilyActor,
  { keys, words, form }: { keys: PosterKeys; words: string; form: string },
  clock: Clock,
): Promise<void> {
  const note = words.trim();
  if (note === "") throw new Refusal("reason_missing");
  if (note.length > MOST_WORDS) throw new Refusal("words_too_long");
  const vault = await vaultKey();
  if (!vault) throw new Refusal("reception_closed");
  const said: MessageContent = { note };
  const mark: MessageContent = { own: "word" };
  const [row] = await intake().$queryRaw<{ kept: string }[]>`
    SELECT registry.intake_post_word(${keys.lookup}, ${idOf(keys.lookup, form, note)}::uuid,
      ${await sealTo(keys.threadPublicKey, mark)}, ${await sealToVault(vault, said)}, ${minuteOf(clock())},
      ${await sealToVault(vault, { why: "word" })}) AS kept`;
  if (row?.kept === "kept") return;
  throw new Refusal(row?.kept === "full" ? "words_enough" : "code_unknown");
}

/** Notes the day on which the holder read what was written to them: from then on it lasts thirty days. Never the hour. */
export async function markRead(
  _actor: FamilyActor,
  keys: Pick<PosterKeys, "lookup">,
  clock: Clock,
): Promise<void> {
  await intake().$queryRaw`
    SELECT registry.intake_mark_read(${keys.lookup}, ${dateInCaracas(clock())}::date)::text AS done`;
}

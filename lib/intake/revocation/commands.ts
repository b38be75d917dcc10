import type { FamilyActor } from "@/lib/auth/actor";
import { type Clock, minuteOf } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { Refusal } from "@/lib/core/refusal";
import { inTurn } from "@/lib/core/turns";
import { intake } from "@/lib/db/intake";
import { deriveFromCode, deriveWord } from "@/lib/vault/receipt";
import { sealToVault } from "@/lib/vault/seal";
import { vaultKey } from "../draft/queries";
import { normaliseCode } from "../receipt/queries";

/** In place of a code that cannot be one, so that the answer takes as long. */
const NOBODYS = "99999999999999999999";

/**
 * Takes a code back for whoever knows it and its safe word, from any device: from then on it equals a code that never was and its
 * conversation is gone; the report stays. A wrong code, a wrong word and a code without a word are refused alike, after the same work.
 * Tries wait their turn, whoever makes them.
 */
export async function revokeOwnCode(
  _actor: FamilyActor,
  { code, word }: { code: string; word: string },
  clock: Clock,
): Promise<void> {
  await inTurn("code", async () => {
    const vault = await vaultKey();
    if (!vault) throw new Refusal("reception_closed");
    const normal = normaliseCode(code);
    const pepper = secret("INTAKE_PEPPER");
    const keys = await deriveFromCode(normal ?? NOBODYS, pepper);
    const proof = await deriveWord(keys, word, pepper);
    const [row] = await intake().$queryRaw<{ gone: boolean }[]>`
      SELECT registry.intake_revoke(${normal ? keys.lookup : new Uint8Array(32)}, ${proof}, ${minuteOf(clock())},
        ${await sealToVault(vault, { why: "safe word" })}) AS gone`;
    if (!row?.gone) throw new Refusal("code_unknown");
  });
}

/**
 * Keeps a safe word for a code that came without one: told by telephone, on a strip, or left out when it was sent. The code is typed once
 * more, because an open page holds no key that could keep the word; once chosen it never changes, or whoever took the code could lock
 * its holder out. Refuses `code_unknown` for any other code than the one that is open, and `word_exists`.
 */
export async function chooseWord(
  _actor: FamilyActor,
  { open, code, word }: { open: { lookup: Uint8Array }; code: string; word: string },
  clock: Clock,
): Promise<void> {
  await inTurn("code", async () => {
    const vault = await vaultKey();
    if (!vault) throw new Refusal("reception_closed");
    const pepper = secret("INTAKE_PEPPER");
    const normal = normaliseCode(code);
    const keys = await deriveFromCode(normal ?? NOBODYS, pepper);
    if (!normal || Buffer.compare(keys.lookup, open.lookup) !== 0) throw new Refusal("code_unknown");
    const proof = await deriveWord(keys, word, pepper);
    const [row] = await intake().$queryRaw<{ kept: string }[]>`
      SELECT registry.intake_choose_word(${keys.lookup}, ${proof}, ${minuteOf(clock())},
        ${await sealToVault(vault, { why: "safe word" })}) AS kept`;
    if (row?.kept === "kept") return;
    throw new Refusal(row?.kept === "exists" ? "word_exists" : "code_unknown");
  });
}

import { hkdfSync, randomInt } from "node:crypto";
import { checkDigit, checksOut } from "@/lib/core/damm";
import { argon2id, RECEIPT } from "./argon";
import { type Bytes, bytes, sodium } from "./sodium";

/**
 * A new receipt code: 19 random digits and one that checks them. Never begins 01, which is how bank accounts begin
 * in Venezuela, so that nobody takes it for one.
 */
export function newCode(): string {
  for (;;) {
    const digits = Array.from({ length: 19 }, () => randomInt(10)).join("");
    if (!digits.startsWith("01")) return digits + checkDigit(digits);
  }
}

/** The code in five groups of four, as it is shown, read aloud and written down. */
export const formatCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, "$1 ");

/**
 * The twenty digits of a code as somebody typed it: spaces, dashes, dots, the letter O for zero, l and I for one,
 * digits of other keyboards. Null when it cannot be a code, before anything costly is done.
 */
export function normaliseCode(typed: string): string | null {
  if (typed.length > 200) return null;
  const digits = typed
    .normalize("NFKC")
    .replace(/[oOоО]/g, "0")
    .replace(/[iIlL|]/g, "1")
    .replace(/\p{Nd}/gu, westernDigit)
    .replace(/[\s\p{Z}\p{Pd}\p{Cf}.,·_/:*()]/gu, "");
  if (!/^\d{20}$/.test(digits) || digits.startsWith("01") || !checksOut(digits)) return null;
  return digits;
}

/** What a code gives: where its draft or receipt lies, the draft's key, and the keys of its thread. */
export interface CodeKeys {
  lookup: Bytes;
  draftKey: Bytes;
  threadPublicKey: Bytes;
  threadPrivateKey: Bytes;
}

/**
 * The keys of a normalised code under the installation's pepper. Slow on purpose (Argon2id, 19 MiB, two passes):
 * a stolen database without the pepper opens no thread, and with it each guess costs.
 */
export async function deriveFromCode(code: string, pepper: string | Uint8Array): Promise<CodeKeys> {
  const salt = new Uint8Array(hkdfSync("sha256", pepper, "", "vigilia receipt salt 1", 16));
  const master = await argon2id(code, salt, 32, RECEIPT);
  const part = (what: string) =>
    bytes(new Uint8Array(hkdfSync("sha256", master, "", `vigilia receipt ${what} 1`, 32)));
  const pair = sodium.crypto_box_seed_keypair(part("thread"));
  return {
    lookup: part("lookup"),
    draftKey: part("draft"),
    threadPublicKey: bytes(pair.publicKey),
    threadPrivateKey: bytes(pair.privateKey),
  };
}

/**
 * What a code's own key and its safe word give together, as slow as the code itself: the database that keeps it tells nobody the word,
 * not even whoever holds the pepper, as long as they have no code. Capitals, accents and spaces make no difference.
 */
export async function deriveWord(
  { draftKey }: Pick<CodeKeys, "draftKey">,
  word: string,
  pepper: string | Uint8Array,
): Promise<Bytes> {
  const folded = word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\p{Z}\p{Cf}]+/gu, " ")
    .trim();
  const salt = new Uint8Array(hkdfSync("sha256", pepper, "", "vigilia safe word salt 1", 16));
  return argon2id(Buffer.concat([draftKey, Buffer.from(folded)]), salt, 32, RECEIPT);
}

/** Blocks of decimal digits are ten long and begin at their zero, in every script. */
function westernDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((point - zero) % 10);
}

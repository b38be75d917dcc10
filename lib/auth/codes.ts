import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { type Bytes, bytes } from "@/lib/vault/sodium";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 24;

/** A code of 120 bits that is told once: six groups of four, without the letters that are taken for others. */
export function newCode(): string {
  const letters = Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte & 31]).join("");
  return letters.match(/.{4}/g)?.join("-") ?? letters;
}

/** A typed code as it was made: spaces, dashes and small letters do not matter, nor O for 0, I or L for 1. Null when it is none. */
export function readCode(typed: string): string | null {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, "");
  const plain = letters.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return plain.length === LENGTH && [...plain].every((letter) => LETTERS.includes(letter)) ? plain : null;
}

/** The key that a code stands for, in one use of it. Nothing stored leads back to either. */
export const keyOfCode = (code: string, use: string): Bytes =>
  new Uint8Array(hkdfSync("sha256", code, "", `vigilia code 1 ${use}`, 32));

/** What is kept of a code that opens nothing by itself: enough to know it again from its owner. */
export const hashOfCode = (code: string, owner: string): Bytes =>
  bytes(createHash("sha256").update(`vigilia recovery code 1|${owner}|${code}`).digest());

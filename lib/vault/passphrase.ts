import { randomBytes } from "node:crypto";
import { argon2id, PASSPHRASE } from "./argon";
import { type Bytes, bytes } from "./sodium";

export const newSalt = (): Bytes => bytes(randomBytes(16));

/** The key that a passphrase makes (Argon2id, 64 MiB, three passes). Typed on any keyboard, it makes the same key. */
export function passphraseKey(passphrase: string, salt: Uint8Array): Promise<Bytes> {
  return argon2id(passphrase.normalize("NFKC"), salt, 32, PASSPHRASE);
}

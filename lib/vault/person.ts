import { createHmac } from "node:crypto";
import type { VaultKeys } from "./keys";
import { openUnder, sealUnder } from "./seal";
import { type Bytes, bytes, randomBytes, sodium } from "./sodium";

/** Seals staff-written words under the vault's own symmetric key; opened in microseconds, so lists stay quick. */
export const sealUnderVault = (keys: VaultKeys, value: unknown, context: string): Bytes =>
  sealUnder(keys.root, value, context);

/** Opens what `sealUnderVault` sealed in the same context. */
export const openUnderVault = (keys: VaultKeys, sealed: Uint8Array, context: string): unknown =>
  openUnder(keys.root, sealed, context);

/** A mark that equal values share. Nobody without the vault can make one, so a guess cannot be tried against it. */
export const markUnderVault = (keys: VaultKeys, value: unknown, context: string): Bytes =>
  bytes(createHmac("sha256", keys.root).update(`${context}\n`).update(JSON.stringify(value)).digest());

/** A key for everything said of one person, and that key wrapped for the database. Shredding the wrap is erasure. */
export function newPersonKey(keys: VaultKeys): { key: Bytes; wrapped: Bytes } {
  const key = randomBytes(32);
  return { key, wrapped: sealUnder(keys.root, sodium.to_base64(key), personKeyOf(keys)) };
}

/** The person's key, from its wrap. */
export function openPersonKey(keys: VaultKeys, wrapped: Uint8Array): Bytes {
  return bytes(Buffer.from(String(openUnder(keys.root, wrapped, personKeyOf(keys))), "base64url"));
}

const personKeyOf = (keys: VaultKeys) => `person-key|${keys.vaultId}`;

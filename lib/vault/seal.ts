import type { VaultKeys } from "./keys";
import { DoesNotOpen, pack, unpack } from "./padding";
import { type Bytes, bytes, randomBytes, sodium } from "./sodium";

const VERSION = 1;

/** Seals a value to a public key (anonymous sealed box, padded): whoever seals it cannot open it again. */
export async function sealTo(publicKey: Uint8Array, value: unknown): Promise<Bytes> {
  return bytes(Uint8Array.of(VERSION, ...sodium.crypto_box_seal(pack(value), publicKey)));
}

/** Opens what `sealTo` sealed. Throws `DoesNotOpen` for any other key and for a single changed byte. */
export async function openWith(
  publicKey: Uint8Array,
  privateKey: Uint8Array,
  sealed: Uint8Array,
): Promise<unknown> {
  if (sealed[0] !== VERSION) throw new DoesNotOpen();
  try {
    return unpack(sodium.crypto_box_seal_open(sealed.subarray(1), publicKey, privateKey));
  } catch {
    throw new DoesNotOpen();
  }
}

/** Seals what a family or an act says to the vault; the process that seals holds no key that opens it. */
export const sealToVault = (publicKey: Uint8Array, value: unknown): Promise<Bytes> =>
  sealTo(publicKey, value);

/** Opens, in a signed-in session, what was sealed to the vault. */
export const openFromVault = (keys: VaultKeys, sealed: Uint8Array): Promise<unknown> =>
  openWith(keys.publicKey, keys.privateKey, sealed);

/**
 * Seals a value under a symmetric key, bound to its context (`table|column|row`): moved to another place it does
 * not open. XChaCha20-Poly1305 with a random nonce, padded.
 */
export function sealUnder(key: Uint8Array, value: unknown, context: string): Bytes {
  const nonce = randomBytes(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(pack(value), aad(context), null, nonce, key);
  const sealed = new Uint8Array(1 + nonce.length + box.length);
  sealed[0] = VERSION;
  sealed.set(nonce, 1);
  sealed.set(box, 1 + nonce.length);
  return sealed;
}

/** Opens what `sealUnder` sealed in the same context. Throws `DoesNotOpen` otherwise. */
export function openUnder(key: Uint8Array, sealed: Uint8Array, context: string): unknown {
  const from = 1 + sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  if (sealed[0] !== VERSION) throw new DoesNotOpen();
  try {
    const box = sealed.subarray(from);
    const nonce = sealed.subarray(1, from);
    return unpack(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, aad(context), nonce, key));
  } catch {
    throw new DoesNotOpen();
  }
}

const encoder = new TextEncoder();
const aad = (context: string) => encoder.encode(`vigilia ${VERSION}|${context}`);

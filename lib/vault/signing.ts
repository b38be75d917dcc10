import { type Bytes, bytes, sodium } from "./sodium";

/** A new Ed25519 pair, in libsodium's form: the private key is 64 bytes and carries the public one. */
export function newSigningPair(): { publicKey: Bytes; privateKey: Bytes } {
  const pair = sodium.crypto_sign_keypair();
  return { publicKey: bytes(pair.publicKey), privateKey: bytes(pair.privateKey) };
}

/** A detached Ed25519 signature (64 bytes), which any tool verifies with the public key alone. */
export const sign = (privateKey: Uint8Array, message: Uint8Array): Bytes =>
  bytes(sodium.crypto_sign_detached(message, privateKey));

/** Whether the holder of that public key signed exactly this message. */
export function verifies(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return sodium.crypto_sign_verify_detached(signature, message, publicKey);
  } catch {
    return false;
  }
}

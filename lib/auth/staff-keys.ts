import { z } from "zod";
import { openUnder, sealUnder } from "@/lib/vault/seal";
import { newSigningPair } from "@/lib/vault/signing";
import { type Bytes, bytes, sodium } from "@/lib/vault/sodium";

/** What a passphrase opens: the key that vault wraps are sealed to, the signing key, the second factor's secret. */
export interface StaffKeys {
  privateKey: Bytes;
  signingKey: Bytes;
  totpSecret: string;
}

/** The wrapped columns of a staff row. */
export interface WrappedStaffKeys {
  publicKey: Bytes;
  signingPublicKey: Bytes;
  wrappedPrivateKey: Bytes;
  wrappedSigningKey: Bytes;
  wrappedTotp: Bytes;
}

/** New keys for a member of staff, already wrapped under their passphrase key and bound to their row. */
export function newStaffKeys(staffId: string, key: Uint8Array, totpSecret: string): WrappedStaffKeys {
  const box = sodium.crypto_box_keypair();
  const signing = newSigningPair();
  const keys = { privateKey: bytes(box.privateKey), signingKey: bytes(signing.privateKey), totpSecret };
  return {
    publicKey: bytes(box.publicKey),
    signingPublicKey: signing.publicKey,
    ...rewrapStaffKeys(staffId, key, keys),
  };
}

/** The same keys under another passphrase key. */
export const rewrapStaffKeys = (staffId: string, key: Uint8Array, keys: StaffKeys) => ({
  wrappedPrivateKey: sealUnder(key, base64(keys.privateKey), context(staffId, "private")),
  wrappedSigningKey: sealUnder(key, base64(keys.signingKey), context(staffId, "signing")),
  wrappedTotp: sealUnder(key, keys.totpSecret, context(staffId, "totp")),
});

/** The keys again. Throws `DoesNotOpen` for a wrong passphrase, and for wraps moved from another row. */
export function openStaffKeys(staffId: string, key: Uint8Array, row: WrappedStaffKeys): StaffKeys {
  const open = (wrapped: Uint8Array, what: string) =>
    z.string().parse(openUnder(key, wrapped, context(staffId, what)));
  return {
    privateKey: bytes(sodium.from_base64(open(row.wrappedPrivateKey, "private"))),
    signingKey: bytes(sodium.from_base64(open(row.wrappedSigningKey, "signing"))),
    totpSecret: open(row.wrappedTotp, "totp"),
  };
}

const base64 = (key: Uint8Array) => sodium.to_base64(key);
const context = (staffId: string, what: string) => `staff|${what}|${staffId}`;

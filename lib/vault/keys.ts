import { hkdfSync } from "node:crypto";
import { newId } from "@/lib/core/ids";
import { wrapForRecovery } from "./recovery";
import { type Bytes, bytes, sodium } from "./sodium";

/**
 * The vault as opened in a signed-in session. Lives in memory only; never logged, never written but sealed.
 * `privateKey` opens what families sealed; `root` (derived from it) wraps the keys of people.
 */
export interface VaultKeys {
  vaultId: string;
  publicKey: Uint8Array;
  privateKey: Uint8Array;
  root: Uint8Array;
}

/** The keys of a vault from its private half. Refuses a half that does not belong to the public key given. */
export function keysOf(vaultId: string, privateKey: Uint8Array, publicKey: Uint8Array): VaultKeys {
  if (!sodium.memcmp(sodium.crypto_scalarmult_base(privateKey), publicKey)) {
    throw new Error("this private key is not the vault's");
  }
  const root = bytes(new Uint8Array(hkdfSync("sha256", privateKey, vaultId, "vigilia vault root 1", 32)));
  return { vaultId, publicKey, privateKey, root };
}

/** A vault that has never been: its keys, and the private half wrapped for the offline recovery recipient (an age file). */
export async function newVault(recoveryRecipient: string): Promise<{ keys: VaultKeys; wrapped: Bytes }> {
  const pair = sodium.crypto_box_keypair();
  const keys = keysOf(newId(), pair.privateKey, pair.publicKey);
  return { keys, wrapped: await wrapForRecovery(recoveryRecipient, keys.privateKey) };
}

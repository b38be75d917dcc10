import { z } from "zod";
import type { VaultKeys } from "@/lib/vault/keys";
import { keysOf } from "@/lib/vault/keys";
import { openWith, sealTo } from "@/lib/vault/seal";
import { type Bytes, sodium } from "@/lib/vault/sodium";

const wrap = z.strictObject({ vaultId: z.uuid(), privateKey: z.string() });

/** The vault's private key sealed to one member of staff. Only somebody who holds it can make this. */
export const wrapFor = (staffPublicKey: Uint8Array, vault: VaultKeys): Promise<Bytes> =>
  sealTo(staffPublicKey, { vaultId: vault.vaultId, privateKey: sodium.to_base64(vault.privateKey) });

/** The vault's keys from somebody's wrap; refuses a wrap of another vault or of a key that is not the vault's. */
export async function openWrap(
  staff: { publicKey: Uint8Array; privateKey: Uint8Array },
  vault: { id: string; publicKey: Uint8Array },
  wrapped: Uint8Array,
): Promise<VaultKeys> {
  const opened = wrap.parse(await openWith(staff.publicKey, staff.privateKey, wrapped));
  if (opened.vaultId !== vault.id) throw new Error("this wrap is of another vault");
  return keysOf(vault.id, sodium.from_base64(opened.privateKey), vault.publicKey);
}

import type { StaffActor, StaffRole } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";
import { newVault, type VaultKeys } from "@/lib/vault/keys";
import { newRecoveryIdentity } from "@/lib/vault/recovery";
import { alwaysFresh } from "./signed-in-team";

/** Members of staff who share one open vault, without signing in: for commands that ask an actor and no session. */
export async function inventedTeam(): Promise<(username: string, role: StaffRole) => StaffActor> {
  const { recipient } = await newRecoveryIdentity(new Date(0));
  const { keys } = await newVault(recipient);
  return (username, role) => member(keys, username, role);
}

const member = (keys: VaultKeys, username: string, role: StaffRole): StaffActor => ({
  kind: "staff",
  id: newId(),
  username,
  role,
  keys,
  signingKey: new Uint8Array(64),
  factorAt: alwaysFresh,
});

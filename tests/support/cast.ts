import type { StaffActor, StaffRole } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";
import { newVault } from "@/lib/vault/keys";
import { newRecoveryIdentity } from "@/lib/vault/recovery";
import { asOwner } from "./owner";
import { alwaysFresh } from "./signed-in-team";

export interface Cast {
  ines: StaffActor;
  vera: StaffActor;
  victor: StaffActor;
  clara: StaffActor;
  carlos: StaffActor;
  elena: StaffActor;
  abel: StaffActor;
  lucia: StaffActor;
  adela: StaffActor;
  andres: StaffActor;
}

/** A team around one open vault, known to the database that judges by role; initials are roles: Inés intake, Vera and Víctor vetters, Clara and Carlos coordinators. */
export async function givenCast(): Promise<Cast> {
  const now = new Date("2026-01-01T12:00:00Z");
  const { recipient } = await newRecoveryIdentity(now);
  const { keys } = await newVault(recipient);
  await asOwner(
    "INSERT INTO registry.vault_keys (id, public_key, recovery, created_at) VALUES ($1,$2,$3,$4)",
    [keys.vaultId, Buffer.from(keys.publicKey), recipient, now],
  );
  const member = (username: string, role: StaffRole): StaffActor => ({
    kind: "staff",
    id: newId(now),
    username,
    role,
    keys,
    signingKey: new Uint8Array(64),
    factorAt: alwaysFresh,
  });
  const cast = {
    ines: member("ines", "intake"),
    vera: member("vera", "vetter"),
    victor: member("victor", "vetter"),
    clara: member("clara", "coordinator"),
    carlos: member("carlos", "coordinator"),
    elena: member("elena", "editor"),
    abel: member("abel", "auditor"),
    lucia: member("lucia", "lawyer"),
    adela: member("adela", "administrator"),
    andres: member("andres", "administrator"),
  };
  for (const { id, username, role } of Object.values(cast))
    await asOwner(
      `INSERT INTO registry.staff (id, username, role, kdf_salt, public_key, wrapped_private_key, signing_public_key,
         wrapped_signing_key, wrapped_totp, created_at) VALUES ($1,$2,$3,'','','','','','',$4)`,
      [id, username, role, now],
    );
  return cast;
}

/** What the trail says from a moment on: who did what, in order. */
export async function trailOf(): Promise<string[]> {
  const rows = await asOwner<{ actor: string; action: string }>(
    "SELECT actor, action FROM registry.audit_events ORDER BY seq",
  );
  return rows.map((row) => `${row.actor} ${row.action}`);
}

import type { VaultKeys } from "@/lib/vault/keys";

export type StaffRole =
  | "intake"
  | "vetter"
  | "coordinator"
  | "editor"
  | "auditor"
  | "lawyer"
  | "administrator";

/** A signed-in member of staff, with the vault keys their passphrase opened for this session. */
export interface StaffActor {
  kind: "staff";
  id: string;
  username: string;
  role: StaffRole;
  keys: VaultKeys;
  /** Signs balances; only coordinators' signatures count. Opened by the passphrase like the vault. */
  signingKey: Uint8Array;
  /** When they last gave a second factor; absent where nobody did. Grave acts ask for one given minutes ago. */
  factorAt?: Date;
}

/** Whoever sends a report or returns with a code. Has no name here, and never will. */
export interface FamilyActor {
  kind: "family";
}

/** Whoever runs a command on the machine itself without signing in: counts and set-up, never words. */
export interface OperatorActor {
  kind: "operator";
}

export interface SystemActor {
  kind: "system";
  job: string;
}

/** Who acts. A value in the signature of every command, never an ambient. */
export type Actor = StaffActor | FamilyActor | OperatorActor | SystemActor;

/** The name an act is recorded under. */
export function actorName(actor: Actor): string {
  if (actor.kind === "staff") return actor.username;
  return actor.kind === "system" ? `system:${actor.job}` : actor.kind;
}

import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { StaffActor } from "./actor";

/** How long a second factor stays fresh. */
export const FRESH = 5 * 60_000;

/**
 * Refuses with `step_up_needed` unless this person gave a second factor minutes ago: for acts that a walked-away screen or a stolen
 * session must not do. Whoever acts by command on the machine has just given their passphrase.
 */
export function requireFresh(staff: StaffActor, clock: Clock): void {
  if (!staff.factorAt || clock().getTime() - staff.factorAt.getTime() > FRESH)
    throw new Refusal("step_up_needed");
}

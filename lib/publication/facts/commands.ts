import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import * as facts from "@/lib/cases/facts/commands";
import * as retractions from "@/lib/cases/facts/retraction/commands";
import type { Clock } from "@/lib/core/clock";
import { refreshNamedCase } from "../naming/commands";

/**
 * A second person makes a waiting fact known, and in the same transaction the public page of a named person follows: after a
 * release there is no moment at which its details are still shown.
 */
export async function confirmFact(actor: Actor, factId: string, clock: Clock): Promise<void> {
  const { keys } = authorise(actor, "fact.confirm");
  await facts.confirmFact(actor, factId, clock, (tx, caseId, now) => refreshNamedCase(tx, caseId, keys, now));
}

/** A second person withdraws a known fact; the public page follows in the same transaction. */
export async function confirmRetraction(actor: Actor, retractionId: string, clock: Clock): Promise<void> {
  const { keys } = authorise(actor, "fact.confirm");
  await retractions.confirmRetraction(actor, retractionId, clock, (tx, caseId, now) =>
    refreshNamedCase(tx, caseId, keys, now),
  );
}

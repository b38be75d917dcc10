import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { tellHolders } from "@/lib/cases/dossier/holders/commands";
import * as facts from "@/lib/cases/facts/commands";
import * as corrections from "@/lib/cases/facts/correction/commands";
import * as retractions from "@/lib/cases/facts/retraction/commands";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { refreshNamedCase } from "../naming/commands";

/**
 * A second person makes a waiting fact known, and in the same transaction the public page of a named person follows: after a
 * release there is no moment at which its details are still shown. Holders with standing read the new state with their code.
 */
export async function confirmFact(actor: Actor, factId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "fact.confirm");
  await facts.confirmFact(actor, factId, clock, (tx, caseId, now) => follow(tx, staff, caseId, now));
}

/** A second person withdraws a known fact; the public page follows in the same transaction. */
export async function confirmRetraction(actor: Actor, retractionId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "fact.confirm");
  await retractions.confirmRetraction(actor, retractionId, clock, (tx, caseId, now) =>
    follow(tx, staff, caseId, now),
  );
}

async function follow(tx: Tx, staff: StaffActor, caseId: string, now: Date): Promise<void> {
  await refreshNamedCase(tx, caseId, staff.keys, now);
  await tellHolders(tx, staff, caseId, now);
}

/**
 * Records a fact nobody knows yet. A detention that may have been a minor's protects from this moment: a public page comes down, though
 * nothing else follows from one person's word.
 */
export async function recordFact(
  actor: Actor,
  caseId: string,
  input: WrittenFact,
  clock: Clock,
): Promise<string> {
  const { keys } = authorise(actor, "fact.record");
  return facts.recordFact(actor, caseId, input, clock, (tx, id, now) => refreshNamedCase(tx, id, keys, now));
}

/** Proposes a correction; one that may make a detention a minor's protects from this moment. */
export async function supersedeFact(
  actor: Actor,
  factId: string,
  input: WrittenFact,
  reason: string,
  clock: Clock,
): Promise<string> {
  const { keys } = authorise(actor, "fact.record");
  return corrections.supersedeFact(actor, factId, input, reason, clock, (tx, id, now) =>
    refreshNamedCase(tx, id, keys, now),
  );
}

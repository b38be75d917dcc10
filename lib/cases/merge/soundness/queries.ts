import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { isKinTold } from "../../kin/queries";
import { type CarriedFact, isKnown, listFacts } from "../carrying/queries";
import type { Join, Side } from "../schema";

/** The verdict in force of a case, whichever detention it covers. */
const verdictOf = (facts: readonly CarriedFact[]) =>
  facts.findLast((fact) => fact.track === "vetting" && isKnown(fact))?.state ?? null;

/**
 * Refuses what would lose something: an absorbed case that is verified where the other is not, an act on it that waits for its second
 * person, a plan that speaks of facts which stand no more or knows nothing of those written down since it was chosen, and a death: left
 * behind, or known while the kin of one of the two were not told.
 */
export async function refuseUnsound(
  tx: Tx,
  { surviving, absorbed, plan }: Omit<Join, "mergeId">,
  chosenAt: Date | null,
) {
  const [here, there] = [await listFacts(tx, surviving.caseId), await listFacts(tx, absorbed.caseId)];
  const counts = (facts: readonly CarriedFact[]) => verdictOf(facts) === "verified_political";
  if (plan.kind === "same_episode" && counts(there) && !counts(here))
    throw new Refusal("survivor_not_verified");
  const taken = new Set(plan.take.map(({ fact }) => fact));
  const isNew = (fact: CarriedFact) => chosenAt !== null && fact.recordedAt > chosenAt;
  if (there.some((fact) => isNew(fact) && fact.track !== "vetting" && !taken.has(fact.id)))
    throw new Refusal("changed_meanwhile");
  const [died, gone] = [here.some(isDeath), there.find(isDeath)];
  if (gone && !died && !taken.has(gone.id)) throw new Refusal("merge_death_left");
  if ((died || gone) && !(await areBothTold(tx, [surviving, absorbed])))
    throw new Refusal("merge_kin_untold");
  const { caseId, personId } = absorbed;
  // One after the other: a transaction is one connection, which answers one question at a time.
  const open =
    (await tx.openDecision.count({ where: { caseId } })) +
    (await tx.personChange.count({ where: { personId, decidedAt: null } })) +
    (await tx.factRetraction.count({ where: { fact: { caseId }, decidedAt: null } })) +
    (await tx.erasure.count({ where: { caseId: { in: [caseId, surviving.caseId] } } }));
  if (open > 0) throw new Refusal("merge_waiting");
  for (const { fact, over } of plan.take) {
    const source = there.find(({ id }) => id === fact);
    if (!source || source.knownTo !== null || source.track === "vetting")
      throw new Refusal("changed_meanwhile");
    if (over === null) continue;
    const old = here.find(({ id }) => id === over);
    const isLeft = here.some((one) => one.supersedesId === over && one.knownTo === null);
    if (!old || !isKnown(old) || isLeft || old.track !== source.track) throw new Refusal("changed_meanwhile");
  }
}

const isDeath = (fact: CarriedFact) => fact.state === "died_in_custody" && isKnown(fact);

async function areBothTold(tx: Tx, sides: readonly Side[]): Promise<boolean> {
  for (const { caseId } of sides) if (!(await isKinTold(tx, caseId))) return false;
  return true;
}

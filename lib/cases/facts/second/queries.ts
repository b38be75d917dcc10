import type { StaffActor } from "@/lib/auth/actor";
import { dateInCaracas } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { findTraits } from "@/lib/people/queries";
import { ageGroupOn } from "@/lib/people/rules";
import { isDisappearance } from "../rules";

/**
 * Refuses with `coordinator_needed` a second person who is no coordinator where a fact tells of a death or a disappearance, corrects or
 * withdraws such a fact, or is about somebody who was under 18 at any detention, those that wait included. For every act that makes
 * a fact known or ends it.
 */
export async function refuseLesserSecond(
  tx: Tx,
  { role }: Pick<StaffActor, "role">,
  factIds: readonly string[],
): Promise<void> {
  if (role === "coordinator") return;
  const facts = await tx.fact.findMany({
    where: { id: { in: [...factIds] } },
    select: {
      ...said,
      supersedes: { select: said },
      case: { select: { id: true, personId: true } },
    },
  });
  for (const { supersedes, ...fact } of facts) {
    if (isGrave(fact) || (supersedes && isGrave(supersedes)) || (await wasMinor(tx, fact.case))) {
      throw new Refusal("coordinator_needed");
    }
  }
}

const said = { track: true, state: true, whereabouts: true } as const;

const isGrave = (fact: { track: string; state: string; whereabouts: string | null }): boolean =>
  fact.track === "custody" && (fact.state === "died_in_custody" || isDisappearance(fact));

async function wasMinor(tx: Tx, { id, personId }: { id: string; personId: string }): Promise<boolean> {
  const traits = await findTraits(tx, personId);
  if (!traits) return false;
  const custody = await tx.fact.findMany({
    where: { caseId: id, track: "custody", knownTo: null },
    select: { earliest: true, latest: true, latestByDay: true, recordedAt: true },
  });
  return custody.some(({ earliest, latest, latestByDay, recordedAt }) => {
    const last = latest && new Date(latest.getTime() - (latestByDay ? 1 : 0));
    return ageGroupOn(traits, dateInCaracas(earliest ?? last ?? recordedAt)) === "under18";
  });
}

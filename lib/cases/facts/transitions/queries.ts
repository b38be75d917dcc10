import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { type Step, stepRefusal } from "./rules";

/** Refuses a new custody fact that nobody could have come to from those that stand, proposals included. */
export async function refuseStep(
  tx: Tx,
  caseId: string,
  step: Step,
  standing: Parameters<typeof stepRefusal>[1],
): Promise<void> {
  const amnesties = await tx.fact.findMany({
    where: {
      ...{ caseId, track: "process", state: "amnestied", knownTo: null },
      OR: [{ episode: step.episode }, { episode: null }],
    },
    select: { latest: true },
  });
  const refusal = stepRefusal(step, standing, amnesties);
  if (refusal) throw new Refusal(refusal);
}

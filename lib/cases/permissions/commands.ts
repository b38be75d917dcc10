import type { StaffActor } from "@/lib/auth/actor";
import { mayGive, needsStanding } from "@/lib/consent/rules";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import type { PermissionInput } from "./schema";

/**
 * Inside a larger act: the new answer stands from now, and what the same holder said before for this purpose ends (where no holder is
 * named, the same kind of giver). A named holder's yes, and their no once standing was checked, also end a yes that bears only their kind, never a no: nobody's refusal
 * ends by somebody else's yes.
 * A yes to more than keeping and counting needs standing, and never comes from a neighbour or an organisation; an answer without
 * standing never ends a refusal by somebody whose standing was recorded. Saying no needs nothing.
 */
export async function insertPermission(
  tx: Tx,
  { username }: Pick<StaffActor, "username">,
  caseId: string,
  { purpose, granted, givenBy, standing, holderId, textVersion }: PermissionInput,
  now: Date,
): Promise<void> {
  const current = await tx.permission.findMany({
    where: {
      caseId,
      purpose,
      knownTo: null,
      OR: [
        holderId === null ? { holderId, givenBy } : { holderId },
        ...(holderId !== null && (granted || standing) ? [{ holderId: null, givenBy, granted: true }] : []),
      ],
    },
    select: { id: true, granted: true, standing: true },
  });
  if (granted && !mayGive(purpose, givenBy)) throw new Refusal("giver_may_not");
  if (granted && !standing && needsStanding(purpose)) throw new Refusal("standing_unchecked");
  if (granted && !standing && current.some((row) => !row.granted && row.standing)) {
    throw new Refusal("standing_needed");
  }
  await tx.permission.updateMany({
    where: { id: { in: current.map((row) => row.id) } },
    data: { knownTo: now },
  });
  await tx.permission.create({
    data: {
      id: newId(now),
      caseId,
      purpose,
      granted,
      givenBy,
      standing,
      holderId,
      textVersion,
      knownFrom: now,
      knownTo: null,
      recordedBy: username,
    },
    select: { id: true },
  });
}

import type { StaffActor } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import type { PermissionInput } from "./schema";

/**
 * Inside a larger act: the new answer stands from now, and what the same kind of giver said before for this purpose ends.
 * An answer without standing never ends a refusal by somebody whose standing was recorded: refused with `standing_needed`.
 */
export async function insertPermission(
  tx: Tx,
  { username }: Pick<StaffActor, "username">,
  caseId: string,
  { purpose, granted, givenBy, standing, textVersion }: PermissionInput,
  now: Date,
): Promise<void> {
  const current = await tx.permission.findMany({
    where: { caseId, purpose, givenBy, knownTo: null },
    select: { id: true, granted: true, standing: true },
  });
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
      textVersion,
      knownFrom: now,
      knownTo: null,
      recordedBy: username,
    },
    select: { id: true },
  });
}

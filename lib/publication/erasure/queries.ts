import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";

/** A case by its reference, and the erasure that waits for a second person, if one was proposed. */
export async function findErasable(
  viewer: Actor,
  reference: string,
): Promise<{ caseId: string; proposed: string | null }> {
  authorise(viewer, "person.erase");
  const row = await desk().case.findUnique({ where: { reference }, select: { id: true } });
  if (!row) throw new Refusal("not_found");
  const waiting = await desk().erasure.findUnique({
    where: { caseId: row.id },
    select: { id: true, confirmedBy: true },
  });
  if (waiting?.confirmedBy) throw new Refusal("not_found");
  return { caseId: row.id, proposed: waiting?.id ?? null };
}

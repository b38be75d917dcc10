import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { recount } from "@/lib/cases/counting/commands";
import { insertPermission } from "@/lib/cases/permissions/commands";
import { type PermissionForm, permissionInput } from "@/lib/cases/permissions/schema";
import type { Clock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { refreshNamedCase } from "../naming/commands";

/**
 * Records what somebody permits or refuses for one purpose. Counts and the public page follow in the same transaction:
 * after a refusal of the name there is no moment at which the page still stands.
 */
export async function recordPermission(
  actor: Actor,
  caseId: string,
  form: PermissionForm,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "permission.record");
  const permission = permissionInput.parse(form);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    await insertPermission(tx, staff, caseId, permission, now);
    await recount(tx, [opened.personId]);
    await refreshNamedCase(tx, caseId, staff.keys, now);
    await record(tx, staff, "permission.recorded", { case: opened.reference }, now);
  });
}

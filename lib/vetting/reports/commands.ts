import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";

/**
 * Takes a waiting report for oneself. `seen` is whoever the page showed as holding it: when that has changed meanwhile the
 * act is refused, so that nobody takes over by accident.
 */
export async function assignReport(
  actor: Actor,
  reportId: string,
  { seen }: { seen: string | null },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "report.assign");
  await desk().$transaction(async (tx) => {
    const taken = await tx.report.updateMany({
      where: { id: reportId, assignedTo: seen, stage: { in: ["waiting", "in_review"] } },
      data: { assignedTo: staff.username },
    });
    if (taken.count === 0) throw new Refusal("changed_meanwhile");
    await record(tx, staff, "report.assigned", { report: reportId }, clock());
  });
}

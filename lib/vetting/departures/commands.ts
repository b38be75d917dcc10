import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise, mayRole } from "@/lib/auth/permissions";
import { cutOff, onlyOneAtATime } from "@/lib/auth/staff";
import { requireFresh } from "@/lib/auth/step-up";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { type Departure, departure } from "./schema";

/**
 * Somebody leaves: in one act their open reports go to their heir, and their sessions, their key and their open invitations are
 * gone. What they proposed stays as it is, waits for a second person and is listed for the heir. Answers how many reports went.
 */
export async function departStaff(actor: Actor, given: Departure, clock: Clock): Promise<number> {
  const by = authorise(actor, "staff.invite");
  requireFresh(by, clock);
  const { username, heir } = departure.parse(given);
  if (heir === username) throw new Refusal("heir_needed");
  const now = clock();
  return desk().$transaction(async (tx) => {
    await onlyOneAtATime(tx);
    await cutOff(tx, by, username, heir, now);
    const held = await tx.report.findMany({
      where: { assignedTo: username, stage: { in: ["waiting", "in_review"] } },
      select: { id: true },
      orderBy: { receivedAt: "asc" },
    });
    if (held.length > 0 || heir !== null) await refuseUnfit(tx, heir, held.length > 0);
    await tx.report.updateMany({
      where: { id: { in: held.map(({ id }) => id) } },
      data: { assignedTo: heir },
    });
    for (const { id } of held) await record(tx, by, "report.assigned", { report: id }, now);
    await record(tx, by, "staff.departed", { staff: username }, now);
    return held.length;
  });
}

/** An heir is on the team and, where there are reports, may hold them. */
async function refuseUnfit(tx: Tx, username: string | null, holds: boolean): Promise<void> {
  const heir =
    username !== null &&
    (await tx.staff.findFirst({ where: { username, disabledAt: null }, select: { role: true } }));
  if (!heir || (holds && !mayRole(heir.role, "report.assign"))) throw new Refusal("heir_needed");
}

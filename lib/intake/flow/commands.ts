import type { FamilyActor } from "@/lib/auth/actor";
import { type Clock, dateInCaracas } from "@/lib/core/clock";
import { intake } from "@/lib/db/intake";
import { markOf } from "./queries";
import { SAVING_DAYS } from "./rules";
import type { Flow } from "./schema";

const DAY = 86_400_000;

/**
 * Ends a visit for good: whatever its browser carried, or a copy of it, opens nothing and saves nothing any more. The code itself opens
 * as before, in a visit of its own. What is kept of it is a mark by chance and a day. Twice is once.
 */
export async function endVisit(_actor: FamilyActor, { visit }: Flow, clock: Clock): Promise<void> {
  if (visit === undefined) return;
  const now = clock();
  const last = dateInCaracas(new Date(now.getTime() + (SAVING_DAYS + 1) * DAY));
  await intake().$queryRaw`
    SELECT registry.intake_end_visit(${markOf(visit)}, ${last}::date, ${dateInCaracas(now)}::date) AS ended`;
}

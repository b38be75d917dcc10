import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";

/**
 * Remembers that sheets with these numbers were printed, so that nobody prints them again by mistake: of two sheets with one number only
 * one can be transcribed. What was noted before stays as it was; refused where none of them waits to be noted.
 */
export async function markPrinted(
  actor: Actor,
  { numbers }: { numbers: string[] },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "paper.transcribe");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { count } = await tx.slip.updateMany({
      where: { number: { in: numbers }, transcribedAt: null, printedAt: null },
      data: { printedAt: now, printedBy: staff.username },
    });
    if (count === 0) throw new Refusal("changed_meanwhile");
    await record(tx, staff, "paper.sheets_printed", { why: String(count) }, now);
  });
}

import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";

/** Somebody did what a piece of news asks for: it leaves the list, and stays as received. Nothing is sent; twice is refused. */
export async function settleNews(actor: Actor, id: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "message.send");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const row = await tx.news.findUnique({ where: { id }, select: { reportId: true } });
    if (!row) throw new Refusal("not_found");
    const settled = await tx.news.updateMany({
      where: { id, settledAt: null },
      data: { settledAt: now, settledBy: staff.username },
    });
    if (settled.count === 0) throw new Refusal("changed_meanwhile");
    await record(tx, staff, "news.settled", { report: row.reportId }, now);
  });
}

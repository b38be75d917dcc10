import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { recount } from "@/lib/cases/counting/commands";
import { insertPermission } from "@/lib/cases/permissions/commands";
import { listPermissions } from "@/lib/cases/permissions/queries";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { refreshNamedCase } from "../naming/commands";
import { type FoundCase, findCasesOf, findReport } from "./queries";
import { effectOf } from "./rules";

/**
 * Opens every withdrawal that waits and applies it, known from its post, when it comes from the giver with standing; any other is
 * put before staff and uncounts nobody. Drafting a balance begins with it, so that no balance counts whoever said no before.
 */
export async function applyWithdrawals(
  actor: Actor,
  clock: Clock,
): Promise<{ applied: number; toReview: number }> {
  const staff = authorise(actor, "balance.draft");
  const now = clock();
  return desk().$transaction(
    async (tx) => {
      const waiting = await tx.$queryRaw<Waiting[]>`
        SELECT id, sealed, posted_at AS "postedAt" FROM registry.withdrawals
        WHERE posted_at <= ${now} AND review_since IS NULL ORDER BY posted_at, id FOR UPDATE`;
      if (waiting.length === 0) return { applied: 0, toReview: 0 };
      const reports = new Map<string, string | null>();
      for (const { id, sealed } of waiting) reports.set(id, await findReport(tx, staff, sealed));
      const known = [...reports.values()].filter((report) => report !== null);
      const cases = await findCasesOf(tx, staff, known);
      let applied = 0;
      for (const { id, postedAt } of waiting) {
        const report = reports.get(id) ?? null;
        const about = cases.get(report ?? "") ?? null;
        const holds = await applyOne(tx, staff, about, report, postedAt, now);
        if (holds) await tx.withdrawal.delete({ where: { id }, select: { id: true } });
        else await tx.withdrawal.update({ where: { id }, data: { reviewSince: now }, select: { id: true } });
        const act = holds ? "withdrawal.applied" : "withdrawal.to_review";
        await record(tx, staff, act, about ? { case: about.reference } : null, now);
        if (holds) applied++;
      }
      return { applied, toReview: waiting.length - applied };
    },
    { timeout: 120_000, maxWait: 20_000 },
  );
}

/**
 * Staff looked at a withdrawal that could not be applied by itself. `again`: standing is recorded now, and the next drafting applies
 * it from when it was posted; otherwise it is over, and whatever had to be done was done by hand.
 */
export async function settleWithdrawal(
  actor: Actor,
  id: string,
  { again }: { again: boolean },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "permission.record");
  await desk().$transaction(async (tx) => {
    const row = await tx.withdrawal.findFirst({
      where: { id, reviewSince: { not: null } },
      select: { id: true },
    });
    if (!row) throw new Refusal("not_found");
    if (again)
      await tx.withdrawal.update({ where: { id }, data: { reviewSince: null }, select: { id: true } });
    else await tx.withdrawal.delete({ where: { id }, select: { id: true } });
    await record(tx, staff, again ? "withdrawal.tried_again" : "withdrawal.settled", null, clock());
  });
}

interface Waiting {
  id: string;
  sealed: Uint8Array<ArrayBuffer>;
  postedAt: Date;
}

async function applyOne(
  tx: Tx,
  staff: StaffActor,
  about: FoundCase | null,
  report: string | null,
  postedAt: Date,
  now: Date,
): Promise<boolean> {
  if (!about) return false;
  await lockCase(tx, staff, about.caseId);
  const holder = about.holders.find((one) => one.report === report && one.how !== null);
  const givenBy = holder?.givenBy ?? null;
  const effect = effectOf(givenBy, await listPermissions(tx, about.caseId), postedAt);
  if (effect === "review" || givenBy === null) return false;
  if (effect === "done") return true;
  const said = { purpose: "count", granted: false, givenBy, standing: true, textVersion: null } as const;
  const refused = { ...said, holderId: holder?.id ?? null };
  await insertPermission(tx, { username: "family" }, about.caseId, refused, postedAt);
  await recount(tx, [about.personId]);
  await refreshNamedCase(tx, about.caseId, staff.keys, now);
  return true;
}

import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { tellStage } from "@/lib/cases/dossier/commands";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { translator } from "@/lib/i18n/messages";
import { reportPayload } from "@/lib/intake/schema";
import { sealUnderVault } from "@/lib/vault/person";
import { openFromVault } from "@/lib/vault/seal";
import { snoozeContext } from "./queries";
import type { Gap } from "./schema";

interface Held {
  assignedTo: string | null;
  askedAt: Date | null;
  sealed: Uint8Array;
}

/**
 * Puts a waiting report in somebody's charge: one's own, or a colleague's. `seen` is whoever the page showed as holding it: when
 * that has changed meanwhile the act is refused, so that nobody takes over by accident. Taking it from somebody asks for a reason,
 * which the trail keeps.
 */
export async function assignReport(
  actor: Actor,
  reportId: string,
  { seen, to, why = "" }: { seen: string | null; to?: string; why?: string },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "report.assign");
  const now = clock();
  const heir = to ?? staff.username;
  const isTakenOver = seen !== null && seen !== staff.username;
  if (isTakenOver && why.trim().length < 3) throw new Refusal("reason_missing");
  await desk().$transaction(async (tx) => {
    await lockWaiting(tx, reportId, seen, now);
    if (heir !== staff.username) await refuseStranger(tx, heir);
    await tx.report.updateMany({ where: { id: reportId }, data: { assignedTo: heir } });
    await tx.triage.updateMany({ where: { reportId }, data: { assignedAt: now } });
    const action = isTakenOver ? "report.taken_over" : "report.assigned";
    const about = isTakenOver
      ? { staff: `${seen} → ${heir}`, why }
      : heir === staff.username
        ? {}
        : { staff: heir };
    await record(tx, staff, action, { report: reportId, ...about }, now);
  });
}

const FARTHEST = 60 * 24 * 3_600_000;

/** Puts a waiting report off until a moment, for a reason. It leaves every view but its own and comes back by itself. */
export async function snoozeReport(
  actor: Actor,
  reportId: string,
  { seen, until, why }: { seen: string | null; until: Date; why: string },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "report.assign");
  const now = clock();
  if (why.trim().length < 3) throw new Refusal("reason_missing");
  const ahead = until.getTime() - now.getTime();
  if (!(ahead > 0 && ahead <= FARTHEST)) throw new Refusal("moment_passed");
  await desk().$transaction(async (tx) => {
    await lockWaiting(tx, reportId, seen, now);
    const snoozeWords = sealUnderVault(staff.keys, why, snoozeContext(reportId));
    await tx.triage.updateMany({ where: { reportId }, data: { snoozedUntil: until, snoozeWords } });
    await record(tx, staff, "report.snoozed", { report: reportId, why }, now);
  });
}

/** Brings a report back that was put off, before its moment. */
export async function wakeReport(actor: Actor, reportId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "report.assign");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const woken = await tx.triage.updateMany({
      where: { reportId, snoozedUntil: { not: null } },
      data: { snoozedUntil: null, snoozeWords: null },
    });
    if (woken.count === 0) throw new Refusal("changed_meanwhile");
    await record(tx, staff, "report.woken", { report: reportId }, now);
  });
}

/**
 * Asks whoever sent a report for what it lacks, in their language and in words that tell a stranger nothing, on the thread that
 * only their code opens. The report then waits for information.
 */
export async function askFamily(
  actor: Actor,
  reportId: string,
  { seen, wants }: { seen: string | null; wants: Gap[] },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "report.assign");
  const now = clock();
  if (wants.length === 0) throw new Refusal("reason_missing");
  await desk().$transaction(async (tx) => {
    const held = await lockWaiting(tx, reportId, seen, now);
    const note = await noteFor(staff, held, wants);
    await tellStage(tx, staff, [reportId], "needs_word", now, note);
    await tx.triage.updateMany({ where: { reportId }, data: { askedAt: now } });
    await record(tx, staff, "report.family_asked", { report: reportId }, now);
  });
}

async function noteFor(staff: StaffActor, { sealed }: Held, wants: Gap[]): Promise<string> {
  const { locale } = reportPayload.parse(await openFromVault(staff.keys, sealed));
  const t = translator(locale, "desk-queue");
  return t("askNote", { list: wants.map((gap) => t(`ask.words.${gap}`)).join("; ") });
}

/** Holds a report until the end of the transaction, or says who has it now and since when, or that it waits no more. */
async function lockWaiting(tx: Tx, reportId: string, seen: string | null, now: Date): Promise<Held> {
  // Locked first, read after: whoever waited for a colleague sees what the colleague did.
  await tx.$executeRaw`SELECT FROM registry.reports WHERE id = ${reportId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<
    {
      stage: string;
      assigned_to: string | null;
      assigned_at: Date | null;
      asked_at: Date | null;
      sealed: Uint8Array;
    }[]
  >`SELECT r.stage::text, r.assigned_to, t.assigned_at, t.asked_at, r.sealed FROM registry.reports r
    LEFT JOIN registry.triage t ON t.report_id = r.id WHERE r.id = ${reportId}::uuid`;
  if (!row) throw new Refusal("not_found");
  if (row.stage !== "waiting") throw new Refusal("already_opened");
  if (row.assigned_to !== seen) {
    if (row.assigned_to === null || row.assigned_at === null) throw new Refusal("changed_meanwhile");
    const minutes = Math.max(0, Math.round((now.getTime() - row.assigned_at.getTime()) / 60_000));
    throw new Refusal("taken_meanwhile", { who: row.assigned_to, n: minutes });
  }
  return { assignedTo: row.assigned_to, askedAt: row.asked_at, sealed: row.sealed };
}

async function refuseStranger(tx: Tx, username: string): Promise<void> {
  const known = await tx.staff.count({
    where: { username, disabledAt: null, role: { in: ["intake", "vetter", "coordinator"] } },
  });
  if (known === 0) throw new Refusal("not_found");
}

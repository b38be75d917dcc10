import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Prisma, Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { reportPayload } from "@/lib/intake/schema";
import type { VaultKeys } from "@/lib/vault/keys";
import { openUnderVault } from "@/lib/vault/person";
import { openFromVault } from "@/lib/vault/seal";
import { gapsOf, mayBeCounted } from "./rules";
import type { OpenedReport } from "./schema";

const reportRow = {
  id: true,
  receivedAt: true,
  channel: true,
  urgent: true,
  stage: true,
  assignedTo: true,
  sealed: true,
  triage: { select: { assignedAt: true, snoozedUntil: true, snoozeWords: true, askedAt: true } },
} satisfies Prisma.ReportSelect;

export const snoozeContext = (reportId: string): string => `triage|snooze_words|${reportId}`;

/** One report, opened in the session; who looked is recorded in the same transaction. */
export async function openReport(actor: Actor, reportId: string, clock: Clock): Promise<OpenedReport> {
  const staff = authorise(actor, "report.open");
  return desk().$transaction(async (tx) => {
    const row = await tx.report.findUnique({ where: { id: reportId }, select: reportRow });
    if (!row) throw new Refusal("not_found");
    await record(tx, staff, "report.opened", { report: reportId }, clock());
    const { sealed, triage, ...plain } = row;
    const payload = reportPayload.parse(await openFromVault(staff.keys, sealed));
    const why = triage?.snoozeWords;
    return {
      ...plain,
      assignedAt: triage?.assignedAt ?? null,
      snoozedUntil: triage?.snoozedUntil ?? null,
      snoozedFor: why ? String(openUnderVault(staff.keys, why, snoozeContext(reportId))) : null,
      askedAt: triage?.askedAt ?? null,
      payload,
      gaps: gapsOf(payload),
    };
  });
}

/** Which of these reports were sent with a yes to counting. Part of an act on their case, whose audit row stands for it. */
export async function reportsToCount(tx: Tx, keys: VaultKeys, reportIds: string[]): Promise<Set<string>> {
  const rows = await tx.report.findMany({
    where: { id: { in: reportIds } },
    select: { id: true, sealed: true },
  });
  const yes = new Set<string>();
  for (const { id, sealed } of rows) {
    if (mayBeCounted(reportPayload.parse(await openFromVault(keys, sealed)))) yes.add(id);
  }
  return yes;
}

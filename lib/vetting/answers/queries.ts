import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Holder } from "@/lib/cases/dossier/schema";
import { listPermissions } from "@/lib/cases/permissions/queries";
import { purpose } from "@/lib/consent/schema";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { reportPayload, threadMessage } from "@/lib/intake/schema";
import { readNameable } from "@/lib/publication/naming/queries";
import { isShielded } from "@/lib/publication/naming/rules";
import { aboutContext, requestAbout } from "@/lib/publication/withdrawals/schema";
import { openUnderVault } from "@/lib/vault/person";
import { openFromVault } from "@/lib/vault/seal";
import { type AwaitedAnswer, awaitedOf, type Said } from "./rules";

interface Of {
  caseId: string;
  reports: readonly string[];
  holders: readonly Holder[];
}

/** What the families of a case answered that waits for standing, for whoever looks at the case: that look is on the trail. */
export function findAwaited(viewer: Actor, found: Of, clock: Clock): Promise<AwaitedAnswer[]> {
  const staff = authorise(viewer, "case.read");
  return desk().$transaction((tx) => listAwaited(tx, staff, found, clock()));
}

/** The same inside an act, as of now, oldest first. */
export async function listAwaited(
  tx: Tx,
  staff: Pick<StaffActor, "keys">,
  { caseId, reports, holders }: Of,
  now: Date,
): Promise<AwaitedAnswer[]> {
  if (reports.length === 0) return [];
  const permissions = await listPermissions(tx, caseId);
  const open = await openRequestsOf(tx, staff, reports);
  const shielded = isShielded(await readNameable(tx, staff, caseId, now));
  const found: AwaitedAnswer[] = [];
  for (const report of reports) {
    const holder = holders.find((one) => one.report === report);
    const requests = new Map(
      open.flatMap((one) => (one.report === report ? [[one.kind, one.id] as const] : [])),
    );
    const around = { report, holder, permissions, requests, isShielded: shielded };
    found.push(...awaitedOf(await readSaid(tx, staff, report, now), around));
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Every answer of one report, oldest first: those it was sent with, and each change posted with its code. */
async function readSaid(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  report: string,
  now: Date,
): Promise<Said[]> {
  const row = await tx.report.findUnique({ where: { id: report }, select: { sealed: true } });
  const rows = await tx.message.findMany({
    where: {
      kind: "answers",
      fromFamily: true,
      sentAt: { lte: now },
      thread: { receipts: { some: { reportId: report } } },
    },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
    select: { sealedToVault: true, sentAt: true },
  });
  const said: Said[] = [];
  if (row) {
    const { permissions } = reportPayload.parse(await openFromVault(keys, row.sealed));
    said.push(...permissions.map((one) => ({ ...one, at: new Date(one.at) })));
  }
  for (const { sealedToVault, sentAt: at } of rows) {
    const { answers = [] } = threadMessage.parse(await openFromVault(keys, sealedToVault));
    for (const { granted, ...one } of answers) {
      const known = purpose.safeParse(one.purpose);
      if (known.success) said.push({ purpose: known.data, granted, textVersion: null, at });
    }
  }
  return said;
}

/** The requests that came with the codes of these reports and wait for two people. */
async function openRequestsOf(tx: Tx, { keys }: Pick<StaffActor, "keys">, reports: readonly string[]) {
  const rows = await tx.request.findMany({
    where: { closedAt: null, recordedBy: "family" },
    select: { id: true, kind: true, sealed: true },
  });
  return rows.flatMap(({ id, kind, sealed }) => {
    const { report } = requestAbout.parse(openUnderVault(keys, sealed, aboutContext(id)));
    return report !== null && reports.includes(report) ? [{ id, kind, report }] : [];
  });
}

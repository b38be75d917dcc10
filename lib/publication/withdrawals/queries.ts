import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { readDossier } from "@/lib/cases/dossier/queries";
import type { Dossier } from "@/lib/cases/dossier/schema";
import { postedWithdrawal } from "@/lib/consent/withdrawals/schema";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { openPersonKey } from "@/lib/vault/person";
import { openFromVault } from "@/lib/vault/seal";

export interface FoundCase extends Dossier {
  caseId: string;
  personId: string;
  reference: string;
}

/** The report a sealed withdrawal came from; null when its code was revoked or erased meanwhile. */
export async function findReport(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  sealed: Uint8Array,
): Promise<string | null> {
  const { lookup } = postedWithdrawal.parse(await openFromVault(keys, sealed));
  const row = await tx.receipt.findUnique({
    where: { lookup: new Uint8Array(Buffer.from(lookup, "base64")) },
    select: { reportId: true },
  });
  return row?.reportId ?? null;
}

const PAGE = 2000;

/** The cases these reports belong to, by report. No column says so: every sealed dossier is opened, a page at a time. */
export async function findCasesOf(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  reports: readonly string[],
): Promise<Map<string, FoundCase>> {
  const wanted = new Set(reports);
  const found = new Map<string, FoundCase>();
  let after: string | undefined;
  while (found.size < wanted.size) {
    const rows = await tx.case.findMany({
      where: {
        dossier: { not: null },
        person: { wrappedKey: { not: null } },
        ...(after && { id: { gt: after } }),
      },
      orderBy: { id: "asc" },
      take: PAGE,
      select: {
        id: true,
        personId: true,
        reference: true,
        dossier: true,
        person: { select: { wrappedKey: true } },
      },
    });
    for (const { id: caseId, person, dossier, ...row } of rows) {
      if (!person.wrappedKey) continue;
      const opened = readDossier({ caseId, dossier, key: openPersonKey(keys, person.wrappedKey) });
      for (const report of opened.reports)
        if (wanted.has(report)) found.set(report, { caseId, ...row, ...opened });
    }
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) break;
  }
  return found;
}

/** Withdrawals that could not be applied by themselves, oldest first, with the case they are about where there is one. */
export async function listWithdrawalReviews(viewer: Actor) {
  const staff = authorise(viewer, "permission.record");
  const tx = desk();
  const rows = await tx.withdrawal.findMany({
    where: { reviewSince: { not: null } },
    orderBy: [{ postedAt: "asc" }, { id: "asc" }],
    select: { id: true, sealed: true, postedAt: true, reviewSince: true },
  });
  const reports = await Promise.all(rows.map(({ sealed }) => findReport(tx, staff, sealed)));
  const cases = await findCasesOf(
    tx,
    staff,
    reports.filter((report) => report !== null),
  );
  return rows.map(({ id, postedAt, reviewSince }, place) => {
    const report = reports[place] ?? null;
    return { id, postedAt, reviewSince, report, reference: cases.get(report ?? "")?.reference ?? null };
  });
}

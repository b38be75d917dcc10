import type { StaffActor } from "@/lib/auth/actor";
import { readDossier } from "@/lib/cases/dossier/queries";
import type { Dossier } from "@/lib/cases/dossier/schema";
import { postedWithdrawal } from "@/lib/consent/withdrawals/schema";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { openCaseKey } from "@/lib/people/queries";
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

/** A case by its reference as a withdrawal needs it; null where there is none or its words were erased. */
export async function findCase(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  reference: string,
): Promise<FoundCase | null> {
  const row = await tx.case.findUnique({ where: { reference }, select: { id: true } });
  if (!row) return null;
  const opened = await openCaseKey(tx, { keys }, row.id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  });
  return opened && { caseId: row.id, personId: opened.personId, reference, ...readDossier(opened) };
}

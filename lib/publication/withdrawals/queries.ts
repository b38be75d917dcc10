import type { StaffActor } from "@/lib/auth/actor";
import { readDossier } from "@/lib/cases/dossier/queries";
import type { Dossier } from "@/lib/cases/dossier/schema";
import { mergedInto } from "@/lib/cases/merge/queries";
import { type Changeable, postedWithdrawal } from "@/lib/consent/withdrawals/schema";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { openCaseKey } from "@/lib/people/queries";
import { openPersonKey, openUnderVault } from "@/lib/vault/person";
import { openFromVault } from "@/lib/vault/seal";
import { aboutContext, requestAbout } from "./schema";

export interface FoundCase extends Dossier {
  caseId: string;
  personId: string;
  reference: string;
}

/** What a sealed answer says and the report it came from; no report when its code was revoked or erased meanwhile. */
export async function openPosted(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  sealed: Uint8Array,
): Promise<Posted> {
  const { lookup, ...said } = postedWithdrawal.parse(await openFromVault(keys, sealed));
  const row = await tx.receipt.findUnique({
    where: { lookup: new Uint8Array(Buffer.from(lookup, "base64")) },
    select: { reportId: true },
  });
  return { ...said, report: row?.reportId ?? null };
}

/** What was posted from a code: for which purpose, which way, and about which report. */
export interface Posted {
  purpose: Changeable;
  granted: boolean;
  textVersion: string | null;
  report: string | null;
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

/**
 * A case by its reference as a withdrawal needs it, or the one it was merged into; null where there is none or its words were erased.
 */
export async function findCase(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  reference: string,
): Promise<FoundCase | null> {
  const row = await tx.case.findUnique({ where: { reference }, select: { id: true } });
  if (!row) return null;
  const caseId = (await mergedInto(tx, row.id)) ?? row.id;
  const opened = await openCaseKey(tx, { keys }, caseId).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  });
  return opened && { ...opened, ...readDossier(opened) };
}

/** How many posted answers nobody has opened yet. */
export const countPosted = (now: Date): Promise<number> =>
  desk().withdrawal.count({ where: { reviewSince: null, postedAt: { lte: now } } });

const MOST_OPENED = 2000;

/** Which of the answers that wait came from the codes of these reports, by id; the oldest two thousand are opened to tell. */
export async function findPostedBy(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  reports: readonly string[],
  now: Date,
): Promise<Map<string, Posted>> {
  const codes = await tx.receipt.findMany({
    where: { reportId: { in: [...reports] } },
    select: { lookup: true, reportId: true },
  });
  const reportOf = new Map(codes.map((one) => [Buffer.from(one.lookup).toString("base64"), one.reportId]));
  const found = new Map<string, Posted>();
  if (codes.length === 0) return found;
  const rows = await tx.withdrawal.findMany({
    where: { reviewSince: null, postedAt: { lte: now } },
    orderBy: [{ postedAt: "asc" }, { id: "asc" }],
    take: MOST_OPENED,
    select: { id: true, sealed: true },
  });
  for (const { id, sealed } of rows) {
    const { lookup, ...said } = postedWithdrawal.parse(await openFromVault(keys, sealed));
    const report = reportOf.get(lookup);
    if (report !== undefined) found.set(id, { ...said, report });
  }
  return found;
}

/** The open requests that came with a code, as which kind and about which report: asked again, one stays. */
export async function openAsked(tx: Tx, { keys }: Pick<StaffActor, "keys">): Promise<Set<string>> {
  const rows = await tx.request.findMany({
    where: { closedAt: null, recordedBy: "family" },
    select: { id: true, kind: true, sealed: true },
  });
  return new Set(
    rows.map(({ id, kind, sealed }) =>
      askedKey(kind, requestAbout.parse(openUnderVault(keys, sealed, aboutContext(id))).report),
    ),
  );
}

export const askedKey = (kind: string, report: string | null): string => `${kind} ${report}`;

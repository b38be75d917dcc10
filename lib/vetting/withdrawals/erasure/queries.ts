import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { readDossier } from "@/lib/cases/dossier/queries";
import type { Holder } from "@/lib/cases/dossier/schema";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { openCaseKey } from "@/lib/people/queries";
import { erasureWords } from "@/lib/publication/erasure/schema";
import { findNaming } from "@/lib/publication/naming/queries";
import { openFromVault } from "@/lib/vault/seal";
import type { ErasureRow } from "../schema";

/** What erasing a person would destroy and leave, as numbers; who speaks for them; and the proposal, where there is one. */
export interface ErasureShown {
  caseId: string;
  reference: string;
  holders: Holder[];
  goes: {
    reports: number;
    codes: number;
    messages: number;
    evidence: number;
    decisions: number;
    isNamed: boolean;
  };
  stays: { facts: number; permissions: number };
  proposed: { id: string; why: string; proposedBy: string; proposedAt: Date } | null;
}

/** The erasure of one case as two coordinators judge it, without a name. Who looked is recorded; an erased case is `not_found`. */
export async function openErasure(viewer: Actor, reference: string, clock: Clock): Promise<ErasureShown> {
  const staff = authorise(viewer, "person.erase");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const row = await tx.case.findUnique({ where: { reference }, select: { id: true } });
    if (!row) throw new Refusal("not_found");
    const opened = await openCaseKey(tx, staff, row.id);
    const { reports, holders } = readDossier(opened);
    const caseId = row.id;
    const ofThese = { reportId: { in: reports } };
    const asked = await tx.erasure.findUnique({
      where: { caseId },
      select: { id: true, reason: true, proposedBy: true, proposedAt: true },
    });
    const receipts = await tx.receipt.findMany({ where: ofThese, select: { threadId: true } });
    const shown: ErasureShown = {
      caseId,
      reference,
      holders,
      goes: {
        reports: reports.length,
        codes: receipts.length,
        messages: await tx.message.count({
          where: { threadId: { in: receipts.map((one) => one.threadId) } },
        }),
        evidence: await tx.evidence.count({ where: { caseId } }),
        decisions: await tx.decision.count({ where: { caseId } }),
        isNamed: (await findNaming(tx, caseId, reference)).published,
      },
      stays: {
        facts: await tx.fact.count({ where: { caseId } }),
        permissions: await tx.permission.count({ where: { caseId } }),
      },
      proposed: asked && {
        ...{ id: asked.id, proposedBy: asked.proposedBy, proposedAt: asked.proposedAt },
        why: erasureWords.parse(await openFromVault(staff.keys, asked.reason)).why,
      },
    };
    await record(tx, staff, "erasure.read", { case: reference }, now);
    return shown;
  });
}

/** Erasures that wait for a second coordinator, and those done lately, newest first. No word of them is opened. */
export async function listErasures(viewer: Actor): Promise<ErasureRow[]> {
  authorise(viewer, "request.record");
  return desk().$queryRaw<ErasureRow[]>`
    SELECT c.reference, e.proposed_by AS "proposedBy", e.proposed_at AS "proposedAt", e.confirmed_at AS "confirmedAt"
    FROM registry.erasures e JOIN registry.cases c ON c.id = e.case_id
    ORDER BY e.confirmed_at IS NOT NULL, coalesce(e.confirmed_at, e.proposed_at) DESC LIMIT 20`;
}

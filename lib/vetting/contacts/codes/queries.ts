import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { desk } from "@/lib/db/desk";
import { openFromVault } from "@/lib/vault/seal";
import { findToExplain, hasDeath } from "../../threads/outcomes/queries";
import { findRelease } from "../asked/queries";
import type { FamilySide } from "./schema";

const words = z.object({ why: z.string() });

/**
 * What stands between a case and its families: which of its reports have a code, which codes somebody asked to take back, a verdict not
 * explained yet, a release after which the person was not asked. Part of a look at the case, whose sealed dossier gave the reports and
 * whose audit row stands for this one.
 */
export async function familySideOf(viewer: Actor, caseId: string, reportIds: string[]): Promise<FamilySide> {
  const staff = authorise(viewer, "case.read");
  const tx = desk();
  const where = { reportId: { in: reportIds } };
  const receipts = await tx.receipt.findMany({ where, select: { reportId: true } });
  const open = await tx.codeRevocation.findMany({
    where: { ...where, confirmedBy: null },
    select: { id: true, reportId: true, reason: true, proposedBy: true, proposedAt: true },
  });
  const revocations = open.map(async ({ reason, ...row }) => ({
    ...row,
    ...words.parse(await openFromVault(staff.keys, reason)),
  }));
  return {
    withCode: receipts.map((row) => row.reportId),
    revocations: await Promise.all(revocations),
    toExplain: await findToExplain(tx, caseId),
    hasDeath: await hasDeath(tx, caseId),
    freedSince: (await findRelease(tx, caseId))?.knownFrom ?? null,
  };
}

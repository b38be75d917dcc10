import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { dossierContext, readDossier } from "../dossier/queries";
import { type Dossier, holder } from "../dossier/schema";

/**
 * Records who the holder of a report is to the person, and how that was checked, in the case's sealed part alone. Only a holder
 * with standing withdraws a permission by posting it.
 */
export async function recordStanding(
  actor: Actor,
  caseId: string,
  given: { report: string; givenBy: string; how: string },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "permission.record");
  const checked = holder.parse({ ...given, recordedBy: staff.username });
  await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const dossier = readDossier(opened);
    if (!dossier.reports.includes(checked.report)) throw new Refusal("not_found");
    const others = dossier.holders.filter(({ report }) => report !== checked.report);
    const written: Dossier = { ...dossier, holders: [...others, checked] };
    await tx.case.update({
      where: { id: caseId },
      data: { dossier: sealUnder(opened.key, written, dossierContext(caseId)) },
      select: { id: true },
    });
    await record(tx, staff, "standing.recorded", { case: opened.reference }, clock());
  });
}

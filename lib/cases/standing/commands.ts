import { randomUUID } from "node:crypto";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { tellHolders } from "../dossier/holders/commands";
import { dossierContext, readDossier } from "../dossier/queries";
import { type Dossier, holder } from "../dossier/schema";

/**
 * Records who a holder is to the person and how that was checked, in the case's sealed part alone; answers the random id their
 * permissions bear. The holder of a report is one and keeps their id; somebody who never reported is new each time. Only a holder with
 * standing withdraws a permission by posting it.
 */
export async function recordStanding(
  actor: Actor,
  caseId: string,
  given: { report: string | null; givenBy: string; who?: string; how: string },
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "permission.record");
  const checked = holder.parse({ ...given, recordedBy: staff.username });
  return desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const dossier = readDossier(opened);
    const { report } = checked;
    if (report !== null && !dossier.reports.includes(report)) throw new Refusal("not_found");
    const before = report === null ? undefined : dossier.holders.find((one) => one.report === report);
    const id = before?.id ?? randomUUID();
    const others = dossier.holders.filter((one) => one !== before);
    const written: Dossier = { ...dossier, holders: [...others, { ...checked, id }] };
    await tx.case.update({
      where: { id: caseId },
      data: { dossier: sealUnder(opened.key, written, dossierContext(caseId)) },
      select: { id: true },
    });
    await tellHolders(tx, staff, caseId, clock());
    await record(tx, staff, "standing.recorded", { case: opened.reference }, clock());
    return id;
  });
}

import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import { listWithdrawnReasons } from "@/lib/cases/facts/retraction/queries";
import { newReference } from "@/lib/cases/references/rules";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { openCaseKey } from "@/lib/people/queries";
import { readCase } from "@/lib/vetting/cases/queries";
import { readFilable } from "./queries";
import { type Filable, filingRefusal } from "./rules";
import { type FilingForm, filingInput, type Recipient } from "./schema";
import { sheetOf } from "./sheet/rules";
import type { Sheet } from "./sheet/schema";

/**
 * Refuses what `printFiling` would refuse, without opening anything: so that a second factor is asked for, and a missing permission
 * said, before a name is on a screen.
 */
export async function requestFiling(actor: Actor, form: FilingForm, clock: Clock): Promise<void> {
  const staff = authorise(actor, "filing.print");
  const { reference, recipient } = filingInput.parse(form);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const row = await tx.case.findUnique({ where: { reference }, select: { id: true, personId: true } });
    if (!row) throw new Refusal("not_found");
    await refuseFiling(tx, staff, { caseId: row.id, personId: row.personId }, recipient, now);
  });
  requireFresh(staff, clock);
}

/**
 * The whole record of one case for one recipient, only while the family permits that purpose and to somebody who gave a second factor
 * minutes ago. Each printing is on the trail with its recipient and its own mark, which the paper bears, and counts as an identity
 * opened. Judged again at every printing: a permission withdrawn meanwhile refuses it.
 */
export async function printFiling(actor: Actor, form: FilingForm, clock: Clock): Promise<Sheet> {
  const staff = authorise(actor, "filing.print");
  const { reference, recipient } = filingInput.parse(form);
  requireFresh(staff, clock);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const row = await tx.case.findUnique({ where: { reference }, select: { id: true } });
    if (!row) throw new Refusal("not_found");
    const { caseId, personId, key } = await openCaseKey(tx, staff, row.id);
    const filable = await refuseFiling(tx, staff, { caseId, personId }, recipient, now);
    const sheet = sheetOf(await readCase(tx, staff, reference, now), {
      recipient,
      mark: `H-${newReference()}`,
      printedBy: staff.username,
      now,
      ageAtDetention: filable.ageAtDetention,
      withdrawn: await listWithdrawnReasons(tx, caseId, key),
    });
    const why = `${recipient} ${sheet.mark}`;
    await record(tx, staff, "filing.printed", { case: reference, why }, now);
    return sheet;
  });
}

/** Refuses what may not leave for this recipient by this person's hand; answers what it was judged by. */
async function refuseFiling(
  tx: Tx,
  { role }: StaffActor,
  of: { caseId: string; personId: string },
  recipient: Recipient,
  now: Date,
): Promise<Filable> {
  const filable = await readFilable(tx, of, now);
  const refusal = filingRefusal(recipient, filable, role, now);
  if (refusal) throw new Refusal(refusal);
  return filable;
}

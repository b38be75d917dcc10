import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import { readDossier } from "@/lib/cases/dossier/queries";
import { absorbedBy } from "@/lib/cases/merge/queries";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCase, type OpenedCase, openCaseKey } from "@/lib/people/queries";
import { sealToVault } from "@/lib/vault/seal";
import { findNaming } from "../naming/queries";

/** Proposes to erase a person, and says why. Nothing is erased until another coordinator confirms. */
export async function proposeErasure(
  actor: Actor,
  caseId: string,
  why: string,
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "person.erase");
  if (why.trim().length < 10) throw new Refusal("reason_missing");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const { reference } = await lockCase(tx, staff, caseId);
    if ((await tx.erasure.count({ where: { caseId } })) > 0) throw new Refusal("already_confirmed");
    const id = newId(now);
    const reason = await sealToVault(staff.keys.publicKey, { why: why.trim() });
    await tx.erasure.create({
      data: { id, caseId, reason, proposedBy: staff.username, proposedAt: now },
      select: { id: true },
    });
    await record(tx, staff, "erasure.proposed", { case: reference, why: why.trim() }, now);
    return id;
  });
}

/**
 * Erases a person for good on a second coordinator's word: the key to every word about them, name and document, the sealed dossier,
 * what families sent, the public page and the codes. Anonymous counting facts stay as they are, so that no number of any moment and
 * no byte of any balance changes.
 */
export async function erasePerson(actor: Actor, erasureId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "person.erase");
  requireFresh(staff, clock);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const asked = await tx.erasure.findUnique({
      where: { id: erasureId },
      select: { caseId: true, proposedBy: true, confirmedBy: true },
    });
    if (!asked) throw new Refusal("not_found");
    const opened = await lockCase(tx, staff, asked.caseId);
    if (asked.confirmedBy) throw new Refusal("already_confirmed");
    if (asked.proposedBy === staff.username) throw new Refusal("same_person");
    await tx.erasure.update({
      where: { id: erasureId },
      data: { confirmedBy: staff.username, confirmedAt: now },
      select: { id: true },
    });
    const others = await absorbedBy(tx, asked.caseId);
    for (const caseId of others) await eraseWords(tx, staff, await openCaseKey(tx, staff, caseId), now);
    await eraseWords(tx, staff, opened, now);
    await record(tx, staff, "person.erased", { case: opened.reference }, now);
  });
}

/** Of one case; a case that was merged into an erased one goes with it, since it is the same person's. */
async function eraseWords(tx: Tx, { username }: StaffActor, opened: OpenedCase, now: Date): Promise<void> {
  const { caseId, reference, personId } = opened;
  await takePageDown(tx, caseId, reference, username, now);
  await tx.joinedReference.deleteMany({ where: { OR: [{ reference }, { into: reference }] } });
  const { reports } = readDossier(opened);
  if (reports.length > 0)
    await tx.$queryRaw`SELECT true FROM (SELECT registry.erase_reports(${reports}::uuid[])) AS gone`;
  await tx.case.update({ where: { id: caseId }, data: { dossier: null }, select: { id: true } });
  await tx.person.update({
    where: { id: personId },
    data: { wrappedKey: null, identity: null },
    select: { id: true },
  });
}

async function takePageDown(
  tx: Tx,
  caseId: string,
  reference: string,
  username: string,
  now: Date,
): Promise<void> {
  const naming = await findNaming(tx, caseId, reference);
  await tx.namedCase.deleteMany({ where: { reference } });
  if (!naming.proposed && !naming.published) return;
  await tx.namingAct.create({
    data: { id: newId(now), caseId, kind: "withdrawn", proposedBy: username, proposedAt: now },
    select: { id: true },
  });
}

import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import { tellHolders } from "@/lib/cases/dossier/holders/commands";
import { refuseLesserSecond } from "@/lib/cases/facts/second/queries";
import { partCases } from "@/lib/cases/merge/commands";
import { undoContext } from "@/lib/cases/merge/queries";
import { type UndoForm, undoPlan } from "@/lib/cases/merge/schema";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { applyWithdrawals } from "@/lib/publication/withdrawals/commands";
import { sealUnder } from "@/lib/vault/seal";
import { changeWho } from "../../../identity/merge/commands";
import { readWho } from "../../../identity/queries";
import { whoInput } from "../../../identity/schema";
import { reopenPair, writeAnswer } from "../../commands";
import { follow, lockMerge, long, recordBoth, standingOf } from "../both/commands";
import { whoApart } from "../rules";

/** Says that a merge was wrong and which facts written down since go with the absorbed case. They stay one until somebody else agrees. */
export async function proposeUndoing(
  actor: Actor,
  mergeId: string,
  form: UndoForm,
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "merge.propose");
  const plan = undoPlan.parse(form);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const { merge, surviving, absorbed } = await lockMerge(tx, staff, mergeId);
    if (!merge.agreed || merge.undoneAt !== null) throw new Refusal("not_merged");
    if (merge.undoing) throw new Refusal("already_confirmed");
    const id = newId(now);
    await tx.mergeUndoing.create({
      data: {
        ...{ id, mergeId, proposedBy: staff.username, proposedAt: now },
        plan: sealUnder(surviving.key, plan, undoContext(id)),
      },
      select: { id: true },
    });
    await recordBoth(tx, staff, "merge.undoing_proposed", [surviving, absorbed], plan.why, now);
    return id;
  });
}

/**
 * A second person agrees that a merge was wrong: from this moment each of the two is what it would have been, with what was said of it
 * meanwhile; every number answered before stays as it was.
 */
export async function agreeUndoing(actor: Actor, mergeId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "merge.confirm");
  requireFresh(staff, clock);
  await applyWithdrawals(staff, clock);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { merge, surviving, absorbed } = await lockMerge(tx, staff, mergeId);
    const { undoing, moved, factId } = merge;
    if (!undoing || !moved || factId === null) throw new Refusal("already_confirmed");
    if (undoing.proposedBy === staff.username) throw new Refusal("same_person");
    await refuseLesserSecond(tx, staff, await standingOf(tx, [surviving, absorbed]));
    const two = { proposedBy: undoing.proposedBy, confirmedBy: staff.username };
    await tx.mergeUndoing.update({
      where: { id: undoing.id },
      data: { agreed: true, decidedBy: staff.username, decidedAt: now },
      select: { id: true },
    });
    await tx.merge.update({ where: { id: mergeId }, data: { undoneAt: now }, select: { id: true } });
    const [before, after] = [whoInput.parse(moved.before), whoInput.parse(moved.after)];
    const who = await readWho(tx, surviving);
    const apart = whoApart(who, before, after);
    await changeWho(tx, two, surviving, { before: who, after: apart, why: undoing.plan.why }, now);
    const part = { mergeId, factId, surviving, absorbed, moved, plan: undoing.plan };
    await partCases(tx, part, two, now);
    await tx.joinedReference.deleteMany({ where: { reference: absorbed.reference } });
    await follow(tx, staff, [surviving, absorbed], now);
    for (const { caseId } of [surviving, absorbed]) await tellHolders(tx, staff, caseId, now);
    const pairId = await reopenPair(tx, staff, [surviving.caseId, absorbed.caseId]);
    if (pairId !== null)
      await writeAnswer(tx, staff, { id: pairId, answer: "different", why: undoing.plan.why }, now);
    await recordBoth(tx, staff, "merge.undone", [surviving, absorbed], undoing.plan.why, now);
  }, long);
}

/** They stay one: a second person does not agree that it was wrong, or whoever said so takes it back. */
export async function declineUndoing(actor: Actor, mergeId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "merge.propose");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { merge, surviving, absorbed } = await lockMerge(tx, staff, mergeId);
    if (!merge.undoing) throw new Refusal("already_confirmed");
    if (merge.undoing.proposedBy !== staff.username) authorise(staff, "merge.confirm");
    await tx.mergeUndoing.update({
      where: { id: merge.undoing.id },
      data: { agreed: false, decidedBy: staff.username, decidedAt: now },
      select: { id: true },
    });
    await recordBoth(tx, staff, "merge.undoing_declined", [surviving, absorbed], undefined, now);
  });
}

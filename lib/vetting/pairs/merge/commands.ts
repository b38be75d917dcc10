import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import { tellHolders } from "@/lib/cases/dossier/holders/commands";
import { refuseLesserSecond } from "@/lib/cases/facts/second/queries";
import { beginCountingAsOne, joinCases } from "@/lib/cases/merge/commands";
import { lockSides, mergeContext } from "@/lib/cases/merge/queries";
import { type MergeForm, mergePlan, type Side } from "@/lib/cases/merge/schema";
import { refuseUnsound } from "@/lib/cases/merge/soundness/queries";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { applyWithdrawals } from "@/lib/publication/withdrawals/commands";
import { sealUnder } from "@/lib/vault/seal";
import { changeWho } from "../../identity/merge/commands";
import { readWho } from "../../identity/queries";
import { whoFields } from "../../identity/schema";
import { reopenPair, writeAnswer } from "../commands";
import { follow, lockMerge, long, recordBoth, standingOf } from "./both/commands";
import { whoAsOne } from "./rules";

/** Proposes that two cases are one person's, and how they become one. Nothing moves and no count changes until somebody else agrees. */
export async function proposeMerge(
  actor: Actor,
  {
    survivingId,
    absorbedId,
    pairId = null,
    plan: form,
  }: { survivingId: string; absorbedId: string; pairId?: string | null; plan: MergeForm },
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "merge.propose");
  const plan = mergePlan.parse(form);
  if (survivingId === absorbedId) throw new Refusal("not_found");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const [surviving, absorbed] = await lockSides(tx, staff, [survivingId, absorbedId]);
    await refuseChain(tx, surviving, absorbed, null);
    await refuseUnsound(tx, { surviving, absorbed, plan }, null);
    const id = newId(now);
    await tx.merge.create({
      data: {
        ...{ id, survivingId, absorbedId, kind: plan.kind, proposedBy: staff.username, proposedAt: now },
        plan: sealUnder(surviving.key, plan, mergeContext(id, "plan")),
      },
      select: { id: true },
    });
    if (pairId !== null) {
      const answer = plan.kind === "same_episode" ? "same_person" : "other_episode";
      await writeAnswer(tx, staff, { id: pairId, answer, why: plan.why }, now);
    }
    await recordBoth(tx, staff, "merge.proposed", [surviving, absorbed], plan.why, now);
    return id;
  }, long);
}

/**
 * A second person agrees: from this moment the two are counted as one, both codes open what they opened, and whoever refused refuses
 * for the one case. Judged again on what stands now, once everything families posted before holds. A death, a minor or a disappearance on either side asks for a coordinator.
 */
export async function agreeMerge(actor: Actor, mergeId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "merge.confirm");
  requireFresh(staff, clock);
  await applyWithdrawals(staff, clock);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { merge, surviving, absorbed } = await lockMerge(tx, staff, mergeId);
    if (merge.agreed !== null) throw new Refusal("already_confirmed");
    if (merge.proposedBy === staff.username) throw new Refusal("same_person");
    await refuseChain(tx, surviving, absorbed, mergeId);
    await refuseUnsound(tx, { surviving, absorbed, plan: merge.plan }, merge.proposedAt);
    await refuseLesserSecond(tx, staff, await standingOf(tx, [surviving, absorbed]));
    const two = { proposedBy: merge.proposedBy, confirmedBy: staff.username };
    const references = [surviving.reference, absorbed.reference];
    const wereNamed = (await tx.namedCase.count({ where: { reference: { in: references } } })) === 2;
    const [before, other] = [await readWho(tx, surviving), await readWho(tx, absorbed)];
    const taken = new Set(whoFields.filter((field) => merge.plan.fields.includes(field)));
    const after = whoAsOne(before, other, taken);
    const join = { mergeId, surviving, absorbed, plan: merge.plan };
    const { factId, moved } = await joinCases(tx, join, two, now);
    await tx.merge.update({
      where: { id: mergeId },
      data: {
        ...{ agreed: true, decidedBy: staff.username, decidedAt: now, factId },
        moved: sealUnder(surviving.key, { ...moved, before, after }, mergeContext(mergeId, "moved")),
      },
      select: { id: true },
    });
    await changeWho(tx, two, surviving, { before, after, why: merge.plan.why }, now);
    await beginCountingAsOne(tx, factId, { surviving, absorbed }, two, now);
    if (wereNamed)
      await tx.joinedReference.create({
        data: { reference: absorbed.reference, into: surviving.reference },
        select: { reference: true },
      });
    await follow(tx, staff, [surviving, absorbed], now);
    await tellHolders(tx, staff, surviving.caseId, now);
    await recordBoth(tx, staff, "merge.agreed", [surviving, absorbed], merge.plan.why, now);
  }, long);
}

/** The two stay two: a second person does not agree, or whoever proposed it takes it back. */
export async function declineMerge(actor: Actor, mergeId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "merge.propose");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { merge, surviving, absorbed } = await lockMerge(tx, staff, mergeId);
    if (merge.proposedBy !== staff.username) authorise(staff, "merge.confirm");
    if (merge.agreed !== null) throw new Refusal("already_confirmed");
    await tx.merge.update({
      where: { id: mergeId },
      data: { agreed: false, decidedBy: staff.username, decidedAt: now },
      select: { id: true },
    });
    await reopenPair(tx, staff, [surviving.caseId, absorbed.caseId]);
    await recordBoth(tx, staff, "merge.declined", [surviving, absorbed], undefined, now);
  });
}

/** Depth one: no merge waits or stands about the absorbed case, and the other was not absorbed itself. */
async function refuseChain(tx: Tx, { caseId: into }: Side, { caseId }: Side, except: string | null) {
  const others = await tx.merge.count({
    where: {
      undoneAt: null,
      AND: [
        { OR: [{ agreed: null }, { agreed: true }] },
        { OR: [{ absorbedId: { in: [into, caseId] } }, { survivingId: caseId }] },
      ],
      ...(except === null ? {} : { id: { not: except } }),
    },
  });
  if (others > 0) throw new Refusal("merge_chain");
}

import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { recount } from "@/lib/cases/counting/commands";
import { insertPermission } from "@/lib/cases/permissions/commands";
import type { PermissionInput } from "@/lib/cases/permissions/schema";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { refreshNamedCase } from "@/lib/publication/naming/commands";
import { findCase } from "@/lib/publication/withdrawals/queries";
import { aboutContext, type RequestAbout } from "@/lib/publication/withdrawals/schema";
import { sealUnderVault } from "@/lib/vault/person";
import { sealUnder } from "@/lib/vault/seal";
import { caseKey, type HeldRequest, lockRequest, whyContext, wordsContext } from "./queries";
import { effectOfGrant } from "./rules";
import { type RequestForm, type RequestWords, requestInput, type VerdictInput, verdictInput } from "./schema";

/** Writes down that somebody asked for something to be withdrawn, answered or erased. Nothing changes by it. */
export async function recordRequest(actor: Actor, form: RequestForm, clock: Clock): Promise<string> {
  const staff = authorise(actor, "request.record");
  const { reference, kind, asks, words } = requestInput.parse(form);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const found = await findCase(tx, staff, reference);
    if (!found) throw new Refusal("not_found");
    const id = newId(now);
    const { key } = await lockCase(tx, staff, found.caseId);
    const about: RequestAbout = { reference, report: null };
    await tx.request.create({
      data: {
        id,
        kind,
        sealed: sealUnderVault(staff.keys, about, aboutContext(id)),
        words: sealUnder(key, { asks, words } satisfies RequestWords, wordsContext(id)),
        askedAt: now,
        recordedBy: staff.username,
        recordedAt: now,
      },
      select: { id: true },
    });
    await record(tx, staff, "request.recorded", { case: reference }, now);
    return id;
  });
}

/** One person's answer to a request, and why. Nothing follows until somebody else agrees. */
export async function proposeVerdict(actor: Actor, form: VerdictInput, clock: Clock): Promise<string> {
  const staff = authorise(actor, "request.decide");
  const { id: requestId, granted, why } = verdictInput.parse(form);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const { about, verdict } = await lockRequest(tx, staff, requestId);
    if (verdict) throw new Refusal("already_decided");
    const id = newId(now);
    const key = await caseKey(tx, staff, about.reference);
    await tx.requestVerdict.create({
      data: {
        id,
        requestId,
        granted,
        why: key ? sealUnder(key, why, whyContext(id)) : sealUnderVault(staff.keys, why, whyContext(id)),
        proposedBy: staff.username,
        proposedAt: now,
      },
      select: { id: true },
    });
    await record(tx, staff, "request.answer_proposed", aboutCase(about), now);
    return id;
  });
}

/**
 * A second person agrees with the answer, and it takes effect: granted, the permission to count or to name is refused from this moment;
 * an answer beside it and an erasure are acts of their own, and one that is not granted changes nothing.
 */
export async function agreeVerdict(actor: Actor, verdictId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "request.decide");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const held = await lockVerdict(tx, staff, verdictId);
    const { request, verdict } = held;
    if (verdict.proposedBy === staff.username) throw new Refusal("same_person");
    await tx.requestVerdict.update({
      where: { id: verdictId },
      data: { agreed: true, decidedBy: staff.username, decidedAt: now },
      select: { id: true },
    });
    if (verdict.granted) await grant(tx, staff, request, now);
    await tx.withdrawal.deleteMany({ where: { id: request.id } });
    await tx.request.update({ where: { id: request.id }, data: { closedAt: now }, select: { id: true } });
    const act = verdict.granted ? "request.granted" : "request.not_granted";
    await record(tx, staff, act, aboutCase(request.about), now);
  });
}

/** Takes an answer back, or does not agree with it: the request waits again for a first word. */
export async function declineVerdict(actor: Actor, verdictId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "request.decide");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const { request } = await lockVerdict(tx, staff, verdictId);
    await tx.requestVerdict.update({
      where: { id: verdictId },
      data: { agreed: false, decidedBy: staff.username, decidedAt: now },
      select: { id: true },
    });
    await record(tx, staff, "request.answer_declined", aboutCase(request.about), now);
  });
}

const aboutCase = ({ reference }: RequestAbout) => (reference === null ? null : { case: reference });

async function lockVerdict(tx: Tx, staff: StaffActor, verdictId: string) {
  const row = await tx.requestVerdict.findUnique({ where: { id: verdictId }, select: { requestId: true } });
  if (!row) throw new Refusal("not_found");
  const request = await lockRequest(tx, staff, row.requestId);
  const { verdict } = request;
  if (verdict?.id !== verdictId) throw new Refusal("already_decided");
  return { request, verdict };
}

/** Refuses the permission as the holder it came from; where none is known, beside everybody else's answers and ending none of them. */
async function grant(tx: Tx, staff: StaffActor, { kind, about }: HeldRequest, now: Date): Promise<void> {
  const effect = effectOfGrant(kind);
  if (effect === "by_hand" || about.reference === null) return;
  const found = await findCase(tx, staff, about.reference);
  if (!found) return;
  await lockCase(tx, staff, found.caseId);
  const holder = about.report && found.holders.find((one) => one.report === about.report);
  const by: Pick<PermissionInput, "givenBy" | "holderId"> = holder
    ? { givenBy: holder.givenBy, holderId: holder.id }
    : { givenBy: "other", holderId: null };
  const purpose = effect === "refuses_count" ? "count" : "name";
  const refused = { purpose, granted: false, standing: true, textVersion: null, ...by } as const;
  await insertPermission(tx, staff, found.caseId, refused, now);
  await recount(tx, [found.personId]);
  await refreshNamedCase(tx, found.caseId, staff.keys, now);
}

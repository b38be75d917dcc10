import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import { permitsNamingAgain } from "@/lib/cases/permissions/rules";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { sortKey } from "@/lib/people/rules";
import type { VaultKeys } from "@/lib/vault/keys";
import { giveHandles } from "./handles/commands";
import { markSounds } from "./marks/commands";
import { findNaming, latestAct, readNameable } from "./queries";
import { namedPage, namingRefusal } from "./rules";
import { type NamedContent, namedContent } from "./schema";

/** Proposes that the person be named on a public page. Nothing is shown until somebody else confirms. */
export async function proposeNaming(actor: Actor, caseId: string, clock: Clock): Promise<string> {
  const staff = authorise(actor, "case.name");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    await refuseUnlessNameable(tx, caseId, staff.keys, now);
    const naming = await findNaming(tx, caseId, opened.reference);
    if (naming.proposed || naming.published) throw new Refusal("already_named");
    const id = newId(now);
    await tx.namingAct.create({
      data: { id, caseId, kind: "named", proposedBy: staff.username, proposedAt: now },
      select: { id: true },
    });
    await record(tx, staff, "naming.proposed", { case: opened.reference }, now);
    return id;
  });
}

/** Another person's word: the page is there when this returns, judged again on what is known and permitted now. */
export async function confirmNaming(actor: Actor, namingId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "case.name");
  requireFresh(staff, clock);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const act = await tx.namingAct.findUnique({
      where: { id: namingId },
      select: { caseId: true, proposedBy: true },
    });
    if (!act) throw new Refusal("not_found");
    const opened = await lockCase(tx, staff, act.caseId);
    const { proposed } = await findNaming(tx, act.caseId, opened.reference);
    if (proposed?.id !== namingId) throw new Refusal("already_confirmed");
    if (act.proposedBy === staff.username) throw new Refusal("same_person");
    await refuseUnlessNameable(tx, act.caseId, staff.keys, now);
    await tx.namingAct.update({
      where: { id: namingId },
      data: { confirmedBy: staff.username, confirmedAt: now, handle: new Uint8Array(randomBytes(16)) },
      select: { id: true },
    });
    await refreshNamedCase(tx, act.caseId, staff.keys, now);
    await record(tx, staff, "naming.confirmed", { case: opened.reference }, now);
  });
}

/** Takes the name off the public page at once. One person is enough: protecting never waits for a second. */
export async function withdrawNaming(actor: Actor, caseId: string, why: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "case.withdraw");
  await desk().$transaction((tx) => takeNameOff(tx, staff, { caseId, why }, clock()));
}

/** The same as part of another act of somebody who may. */
export async function takeNameOff(
  tx: Tx,
  staff: StaffActor,
  { caseId, why }: { caseId: string; why: string },
  now: Date,
): Promise<void> {
  const opened = await lockCase(tx, staff, caseId);
  const naming = await findNaming(tx, caseId, opened.reference);
  if (!naming.proposed && !naming.published) throw new Refusal("not_named");
  await tx.namingAct.create({
    data: { id: newId(now), caseId, kind: "withdrawn", proposedBy: staff.username, proposedAt: now },
    select: { id: true },
  });
  await refreshNamedCase(tx, caseId, staff.keys, now);
  await record(tx, staff, "naming.withdrawn", { case: opened.reference, why }, now);
}

async function refuseUnlessNameable(tx: Tx, caseId: string, keys: VaultKeys, now: Date): Promise<void> {
  const person = await readNameable(tx, { keys }, caseId, now);
  const refusal = namingRefusal(person, now);
  if (refusal) throw new Refusal(refusal);
  const last = await tx.namingAct.findFirst({
    where: { caseId, kind: "withdrawn", proposedBy: "family" },
    orderBy: latestAct,
    select: { proposedAt: true },
  });
  if (last && !permitsNamingAgain(person.permissions, last.proposedAt))
    throw new Refusal("naming_not_permitted");
}

/**
 * Makes the public page say what is known and permitted now, or removes it: when the latest act is not a confirmed naming, when
 * the permission, the verdict or certain adulthood is gone. Called in every transaction that changes one of these. A page that says
 * the same as before keeps its date: nothing tells that somebody wrote something.
 */
export async function refreshNamedCase(tx: Tx, caseId: string, keys: VaultKeys, now: Date): Promise<void> {
  const last = await tx.namingAct.findFirst({
    where: { caseId },
    orderBy: latestAct,
    select: { kind: true, confirmedAt: true, handle: true },
  });
  if (!last) return;
  const person = await readNameable(tx, { keys }, caseId, now);
  const stands = last.kind === "named" && last.confirmedAt !== null && namingRefusal(person, now) === null;
  if (!stands) {
    if (last.kind === "named" && last.confirmedAt !== null) await endNaming(tx, caseId, now);
    await tx.namedCase.deleteMany({ where: { reference: person.reference } });
    return;
  }
  if (last.handle) await giveHandles(tx, { keys }, caseId, last.handle, now);
  const page = namedPage(person, now);
  if (await isShown(tx, page)) return;
  const columns = {
    name: page.name,
    sortKey: sortKey(person.identity),
    content: page,
    state: page.state,
    entity: page.entity,
    sex: page.detailsHidden ? "unknown" : person.traits.sex,
    changedAt: now,
  };
  await tx.namedCase.upsert({
    where: { reference: page.reference },
    create: { reference: page.reference, publishedAt: last.confirmedAt ?? now, ...columns },
    update: columns,
    select: { reference: true },
  });
  await markSounds(tx, page);
}

async function isShown(tx: Tx, page: NamedContent): Promise<boolean> {
  const { reference } = page;
  const row = await tx.namedCase.findUnique({ where: { reference }, select: { content: true } });
  return row !== null && isDeepStrictEqual(namedContent.parse(row.content), page);
}

/** A naming that lost its ground is over: should the ground come back, two people name again. */
async function endNaming(tx: Tx, caseId: string, now: Date): Promise<void> {
  await tx.namingAct.create({
    data: { id: newId(now), caseId, kind: "withdrawn", proposedBy: "system:naming", proposedAt: now },
    select: { id: true },
  });
}

import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { recount } from "@/lib/cases/counting/commands";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { traitColumns } from "@/lib/people/commands";
import { contextOf, lockCase, type OpenedCase } from "@/lib/people/queries";
import { refreshNamedCase } from "@/lib/publication/naming/commands";
import { sealUnder } from "@/lib/vault/seal";
import { readGrounds } from "../queries";
import { changeContext, listOpenChanges, readWho, versionOf } from "./queries";
import { chosen, differencesOf } from "./rules";
import { changeReason, changeWords, type OpenChange, type Who, type WhoField, whoInput } from "./schema";

interface Proposal {
  /** The version of what stood when the form was opened. */
  seen: string;
  who: Who;
  why: string;
}

/**
 * Proposes another name, document or trait. Nothing changes until a second person agrees. Where somebody changed who the person is since
 * the form was opened, the proposal is kept all the same, answered as overtaken, and whoever looks chooses between both values.
 */
export async function proposeChange(
  actor: Actor,
  caseId: string,
  { seen, who, why }: Proposal,
  clock: Clock,
): Promise<{ id: string; isOvertaken: boolean }> {
  const staff = authorise(actor, "identity.correct");
  const after = whoInput.parse(who);
  const reason = changeReason.parse(why);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const before = await readWho(tx, opened);
    if (differencesOf(before, after).length === 0) throw new Refusal("nothing_changed");
    const id = await insertChange(tx, staff, opened, { before, after, why: reason, basedOn: seen }, now);
    await record(tx, staff, "identity.change_proposed", { case: opened.reference, why: reason }, now);
    return { id, isOvertaken: seen !== versionOf(before, opened.key) };
  });
}

/**
 * A second person agrees: from this moment the name reads, and the person counts, as proposed; what was answered before stays as it was.
 * Refused to whoever proposed it, where a person under 18 or of doubtful age is at stake before or after to all but a coordinator, and
 * with `identity_changed` where what it was based on stands no more.
 */
export async function confirmChange(
  actor: Actor,
  { caseId, changeId }: { caseId: string; changeId: string },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "identity.confirm");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const { stands, change } = await openChange(tx, opened, changeId);
    if (change.proposedBy === staff.username) throw new Refusal("same_person");
    if (change.isOvertaken) throw new Refusal("identity_changed");
    await refuseLesser(tx, staff, opened);
    await decide(tx, staff, changeId, true, now);
    const { personId, key, reference } = opened;
    if (differencesOf({ ...stands, traits: change.after.traits }, change.after).length > 0) {
      await tx.person.update({
        where: { id: personId },
        data: { identity: sealUnder(key, change.after.identity, contextOf(personId)) },
        select: { id: true },
      });
    }
    if (differencesOf({ ...stands, identity: change.after.identity }, change.after).length > 0) {
      await tx.traits.create({
        data: {
          ...{ id: newId(now), personId, knownFrom: now, ...traitColumns(change.after.traits) },
          ...{ recordedBy: change.proposedBy, confirmedBy: staff.username },
        },
        select: { id: true },
      });
      await refuseLesser(tx, staff, opened);
      await recount(tx, [personId]);
    }
    await refreshNamedCase(tx, caseId, staff.keys, now);
    await record(tx, staff, "identity.changed", { case: reference, why: change.why }, now);
  });
}

/** What stands, stays: whoever proposed it takes it back, or somebody who might have agreed does not. */
export async function declineChange(
  actor: Actor,
  { caseId, changeId }: { caseId: string; changeId: string },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "identity.correct");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const { change } = await openChange(tx, opened, changeId);
    if (change.proposedBy !== staff.username) authorise(staff, "identity.confirm");
    await decide(tx, staff, changeId, false, now);
    await record(tx, staff, "identity.change_declined", { case: opened.reference }, now);
  });
}

/**
 * Chooses, field by field, between what stands and an overtaken proposal: what was chosen is proposed anew, by whoever chose, on what
 * stands now; where nothing of it was chosen the proposal is over.
 */
export async function chooseChange(
  actor: Actor,
  { caseId, changeId, seen, taken }: { caseId: string; changeId: string; seen: string; taken: WhoField[] },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "identity.correct");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const { stands, change } = await openChange(tx, opened, changeId);
    if (seen !== versionOf(stands, opened.key)) throw new Refusal("identity_changed");
    await decide(tx, staff, changeId, false, now);
    const after = whoInput.parse(chosen(stands, change.after, new Set(taken)));
    const { why } = change;
    if (differencesOf(stands, after).length > 0)
      await insertChange(tx, staff, opened, { before: stands, after, why, basedOn: seen }, now);
    await record(tx, staff, "identity.change_chosen", { case: opened.reference, why }, now);
  });
}

interface NewChange {
  before: Who;
  after: Who;
  why: string;
  basedOn: string;
}

async function insertChange(
  tx: Tx,
  { username }: StaffActor,
  { personId, key }: OpenedCase,
  { basedOn, ...words }: NewChange,
  now: Date,
): Promise<string> {
  const id = newId(now);
  await tx.personChange.create({
    data: {
      ...{ id, personId, proposedBy: username, proposedAt: now },
      sealed: sealUnder(key, changeWords.parse(words), changeContext(id)),
      basedOn: new Uint8Array(Buffer.from(basedOn, "hex")),
    },
    select: { id: true },
  });
  return id;
}

async function openChange(
  tx: Tx,
  opened: OpenedCase,
  changeId: string,
): Promise<{ stands: Who; change: OpenChange }> {
  const stands = await readWho(tx, opened);
  const changes = await listOpenChanges(tx, opened, versionOf(stands, opened.key));
  const change = changes.find(({ id }) => id === changeId);
  if (!change) throw new Refusal("already_confirmed");
  return { stands, change };
}

async function decide(
  tx: Tx,
  { username }: StaffActor,
  id: string,
  agreed: boolean,
  now: Date,
): Promise<void> {
  const { count } = await tx.personChange.updateMany({
    where: { id, decidedAt: null },
    data: { agreed, decidedBy: username, decidedAt: now },
  });
  if (count !== 1) throw new Refusal("already_confirmed");
}

/** Where an age that is not certainly an adult's comes in or goes out, a coordinator has the second word. */
async function refuseLesser(tx: Tx, { role }: StaffActor, opened: OpenedCase): Promise<void> {
  if (role === "coordinator") return;
  const { ageGroup } = await readGrounds(tx, opened);
  if (ageGroup !== "adult") throw new Refusal("coordinator_needed");
}

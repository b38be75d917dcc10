import { randomUUID } from "node:crypto";
import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { insertEvidence } from "@/lib/evidence/commands";
import { insertPerson } from "@/lib/people/commands";
import { lockCase } from "@/lib/people/queries";
import { sealTo, sealToVault, sealUnder } from "@/lib/vault/seal";
import { recount } from "../counting/commands";
import { insertFact } from "../facts/commands";
import { insertPermission } from "../permissions/commands";
import { type PermissionForm, permissionInput } from "../permissions/schema";
import { newReference } from "../references/rules";
import { dossierContext, readDossier } from "./queries";
import { type CaseForm, caseInput, type Dossier, type Stage } from "./schema";

/**
 * Makes a case, with or without reports, and with whatever facts and evidence were already written down, all as proposals.
 * The tie to each report lies in the sealed dossier alone. A report that already has a case is refused with `already_opened`.
 * The case begins with a proposed `pending_evaluation`, known when somebody other than the opener takes it.
 */
export async function openCase(
  actor: Actor,
  form: CaseForm,
  clock: Clock,
): Promise<{ caseId: string; reference: string }> {
  const staff = authorise(actor, "case.open");
  const input = caseInput.parse(form);
  for (let attempt = 1; ; attempt++) {
    try {
      return await desk().$transaction((tx) => writeCase(tx, staff, input, clock()));
    } catch (error) {
      if (attempt === 5 || !isTakenReference(error)) throw error;
    }
  }
}

async function writeCase(tx: Tx, staff: StaffActor, input: ReturnType<typeof caseInput.parse>, now: Date) {
  const { personId, key } = await insertPerson(tx, staff, input, now);
  const caseId = newId(now);
  const reference = newReference();
  const spoke = input.speakers.map((one) => ({ ...one, id: randomUUID() }));
  const dossier: Dossier = {
    channel: input.channel,
    reports: input.reportIds,
    holders: spoke.map(({ id, givenBy, who, how }) => ({
      ...{ id, givenBy, who, how },
      report: null,
      recordedBy: staff.username,
    })),
  };
  await tx.case.create({
    data: {
      id: caseId,
      personId,
      reference,
      openedBy: staff.username,
      openedAt: now,
      dossier: sealUnder(key, dossier, dossierContext(caseId)),
    },
    select: { id: true },
  });
  await takeReports(tx, staff, input.reportIds, now);
  for (const permission of input.permissions) await insertPermission(tx, staff, caseId, permission, now);
  for (const { id: holderId, givenBy, how, answers } of spoke) {
    const by = { givenBy, holderId, standing: how !== null };
    for (const answer of answers) await insertPermission(tx, staff, caseId, { ...answer, ...by }, now);
  }
  for (const item of input.evidence) await insertEvidence(tx, staff, { caseId, key }, item, now);
  for (const fact of input.facts) {
    await insertFact(tx, { caseId, input: fact, recordedBy: staff.username, now });
  }
  await insertFact(tx, {
    caseId,
    input: {
      track: "vetting",
      state: "pending_evaluation",
      episode: 1,
      effective: { earliest: now.toISOString(), latest: now.toISOString() },
      sources: [],
    },
    recordedBy: staff.username,
    now,
  });
  await recount(tx, [personId]);
  await record(tx, staff, "case.opened", { case: reference, report: input.reportIds[0] }, now);
  return { caseId, reference };
}

const isTakenReference = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

/** What a report itself answers about permissions, and as what its sender speaks. */
export type Answers = readonly Omit<PermissionForm, "holderId" | "standing">[];

/**
 * Adds a report to an existing case: several people may report the same detention, and each keeps their own code. Its answers come with
 * it as those of a holder of their own, without standing: they neither replace nor undo what somebody else said.
 */
export async function attachReport(
  actor: Actor,
  caseId: string,
  reportId: string,
  clock: Clock,
  answers: Answers = [],
): Promise<void> {
  const staff = authorise(actor, "case.open");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const dossier = readDossier(opened);
    await takeReports(tx, staff, [reportId], now);
    const holderId = randomUUID();
    const [said] = answers;
    const speaks = { id: holderId, report: reportId, who: "", how: null, recordedBy: staff.username };
    const written: Dossier = {
      ...dossier,
      reports: [...dossier.reports, reportId],
      holders: [...dossier.holders, ...(said ? [{ ...speaks, givenBy: said.givenBy }] : [])],
    };
    await tx.case.update({
      where: { id: caseId },
      data: {
        dossier: sealUnder(opened.key, written, dossierContext(caseId)),
      },
      select: { id: true },
    });
    for (const answer of answers) {
      await insertPermission(tx, staff, caseId, permissionInput.parse({ ...answer, holderId }), now);
    }
    if (answers.length > 0) await recount(tx, [opened.personId]);
    await record(tx, staff, "report.attached", { case: opened.reference, report: reportId }, now);
  });
}

/** The same by the reference staff know a case by. */
export async function attachReportTo(
  actor: Actor,
  reference: string,
  reportId: string,
  clock: Clock,
  answers: Answers = [],
): Promise<void> {
  authorise(actor, "case.open");
  const row = await desk().case.findUnique({ where: { reference }, select: { id: true } });
  if (!row) throw new Refusal("not_found");
  await attachReport(actor, row.id, reportId, clock, answers);
}

async function takeReports(tx: Tx, staff: StaffActor, reportIds: string[], now: Date): Promise<void> {
  if (reportIds.length === 0) return;
  const taken = await tx.report.updateMany({
    where: { id: { in: reportIds }, stage: "waiting" },
    data: { stage: "in_review", assignedTo: staff.username },
  });
  if (taken.count !== reportIds.length) throw new Refusal("already_opened");
  await tellStage(tx, staff, reportIds, "in_review", now);
}

const HOUR = 3_600_000;

/**
 * Writes the stage, and a note where there is one, to the thread of every report given. `needs_word` is a question: the thread then
 * waits for the family.
 */
export function tellStage(
  tx: Tx,
  staff: Pick<StaffActor, "keys">,
  reportIds: string[],
  stage: Stage,
  now: Date,
  note?: Said["note"],
): Promise<number> {
  const kind = stage === "needs_word" ? "question" : "stage";
  return writeToThreads(tx, staff, reportIds, kind, note === undefined ? { stage } : { stage, note }, now);
}

/** What a message says: where the report stands, words in one language or in both, what a holder with standing may know, or all of it. */
interface Said {
  stage?: Stage;
  note?: string | { es: string; en: string };
  standing?: true;
  state?: string;
  naming?: string;
}

/**
 * Writes one message to the thread of every report given, sealed to its code and to the vault, and says how many threads there were.
 * Times, that inside the id included, are rounded down to the hour, or to the message before: the moment of an act on a case must not
 * lead to a report.
 */
export async function writeToThreads(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  reportIds: string[],
  kind: "stage" | "question" | "word" | "answers",
  said: Said,
  now: Date,
): Promise<number> {
  const receipts = await tx.receipt.findMany({
    where: { reportId: { in: reportIds } },
    select: {
      threadId: true,
      thread: { select: { publicKey: true, messages: { select: { sentAt: true, fromFamily: true } } } },
    },
  });
  for (const { threadId, thread } of receipts) {
    // What they wrote is dated to the minute; our answer to it comes after.
    const before = thread.messages.map((one) => one.sentAt.getTime() + (one.fromFamily ? 1 : 0));
    const sent = Math.max(Math.floor(now.getTime() / HOUR) * HOUR, ...before);
    await tx.message.create({
      data: {
        id: newId(new Date(sent + before.length)),
        threadId,
        fromFamily: false,
        kind,
        sealedToThread: await sealTo(thread.publicKey, said),
        sealedToVault: await sealToVault(keys.publicKey, said),
        sentAt: new Date(sent),
      },
      select: { id: true },
    });
  }
  return receipts.length;
}

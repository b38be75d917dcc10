import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import { tellStage } from "@/lib/cases/dossier/commands";
import { tellHolders } from "@/lib/cases/dossier/holders/commands";
import { dossierContext, readDossier } from "@/lib/cases/dossier/queries";
import type { Dossier, Holder } from "@/lib/cases/dossier/schema";
import { listPermissions } from "@/lib/cases/permissions/queries";
import { permitsCounting } from "@/lib/cases/permissions/rules";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import type { Clock } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { type ReportPayload, reportPayload } from "@/lib/intake/schema";
import { lockCase, type OpenedCase, openIdentity } from "@/lib/people/queries";
import { refreshNamedCase } from "@/lib/publication/naming/commands";
import { deriveFromCode, formatCode, newCode } from "@/lib/vault/receipt";
import { sealToVault, sealUnder } from "@/lib/vault/seal";
import { stageAfter } from "../../rules";
import { outcomes } from "../../schema";
import { hasDeath } from "../../threads/outcomes/queries";
import { type CodeForm, codeInput } from "./schema";

const HOUR = 3_600_000;

/**
 * Gives a code to somebody whose standing was checked and who has none, to be read out over the telephone: told once, kept nowhere,
 * in no log and no trace. With it they return like whoever sent a report, heard as the holder with standing that they are. Only the sealed dossier ties it to the case; the plain rows
 * are dated to the hour. A code that exists is first taken back by two.
 */
export async function issueCode(
  actor: Actor,
  caseId: string,
  form: CodeForm,
  clock: Clock,
): Promise<{ code: string }> {
  const staff = authorise(actor, "code.issue");
  requireFresh(staff, clock);
  const { holderId, locale } = codeInput.parse(form);
  const now = clock();
  const code = newCode();
  const keys = await deriveFromCode(code, secret("INTAKE_PEPPER"));
  await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const dossier = readDossier(opened);
    const holder = dossier.holders.find((one) => one.id === holderId);
    if (!holder) throw new Refusal("not_found");
    if (holder.how === null) throw new Refusal("standing_unchecked");
    const moment = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
    const reportId = holder.report ?? newId(moment);
    const standing = await standingOf(tx, opened, holder, now);
    const threadKey = Buffer.from(keys.threadPublicKey).toString("base64");
    const words = holder.report
      ? null
      : await sealToVault(
          staff.keys.publicKey,
          reportPayload.parse(await wordsOf(tx, opened, holder, { locale, threadKey, standing, moment })),
        );
    const [row] = await tx.$queryRaw<{ issued: boolean }[]>`
      SELECT registry.issue_code(${keys.lookup}, ${reportId}::uuid, ${words}, ${newId(moment)}::uuid,
        ${keys.threadPublicKey}, ${moment}, ${standing.isSettled ? "settled" : "in_review"}::registry.report_stage,
        ${staff.username}) AS issued`;
    if (!row?.issued) throw new Refusal("code_exists");
    await tieInDossier(tx, opened, dossier, holder, reportId);
    await tellStage(tx, staff, [reportId], standing.stage, now);
    await tellHolders(tx, staff, caseId, now);
    await refreshNamedCase(tx, caseId, staff.keys, now);
    await record(tx, staff, "code.issued", { case: opened.reference }, now);
  });
  return { code: formatCode(code) };
}

/** The only tie between code and case: the report it opens, in the sealed dossier, beside whoever was given it. */
async function tieInDossier(
  tx: Tx,
  opened: OpenedCase,
  dossier: Dossier,
  holder: Holder,
  reportId: string,
): Promise<void> {
  if (holder.report !== null) return;
  const written: Dossier = {
    ...dossier,
    reports: [...dossier.reports, reportId],
    holders: dossier.holders.map((one) => (one === holder ? { ...one, report: reportId } : one)),
  };
  await tx.case.update({
    where: { id: opened.caseId },
    data: { dossier: sealUnder(opened.key, written, dossierContext(opened.caseId)) },
    select: { id: true },
  });
}

interface Standing {
  isSettled: boolean;
  stage: Parameters<typeof tellStage>[3];
  /** What this holder answered about counting. */
  saidYes: boolean;
}

/** Where the case stands for this holder. Of a case with a death nothing is said: the family is told in person. */
async function standingOf(tx: Tx, opened: OpenedCase, holder: Holder, now: Date): Promise<Standing> {
  const rows = await listPermissions(tx, opened.caseId);
  const saidYes = rows.some(
    (row) => row.purpose === "count" && row.granted && row.knownTo === null && row.holderId === holder.id,
  );
  const facts = await tx.fact.findMany({
    where: { caseId: opened.caseId, track: "vetting", knownFrom: { not: null }, knownTo: null },
    orderBy: { position: "asc" },
    select: { state: true },
  });
  const verdict = facts
    .map((fact) => outcomes.find((one) => one === fact.state))
    .findLast((one) => one !== undefined);
  const stage =
    verdict === undefined || (await hasDeath(tx, opened.caseId))
      ? "in_review"
      : stageAfter(verdict, saidYes && permitsCounting(rows, now));
  return { isSettled: verdict !== undefined, stage, saidYes };
}

/** The report of somebody who only ever spoke to staff: who it is about and what they permit. The case has the rest. */
async function wordsOf(
  tx: Tx,
  opened: OpenedCase,
  { givenBy }: Holder,
  {
    locale,
    threadKey,
    standing,
    moment,
  }: { locale: "es" | "en"; threadKey: string; standing: Standing; moment: Date },
): Promise<ReportPayload> {
  const { givenNames, surnames } = await openIdentity(tx, opened.key, opened.personId);
  const given = { textVersion: CONSENT_TEXT, at: moment.toISOString() };
  const relations = { person: "person", lawyer: "lawyer", relative: "other_relative" } as const;
  const told = Object.entries(relations).find(([giver]) => giver === givenBy)?.[1];
  return {
    version: 1,
    locale,
    permissions: [
      { purpose: "store", granted: true, ...given },
      { purpose: "count", granted: standing.saidYes, ...given },
    ],
    person: { givenNames, surnames, idDocument: null, sex: "unknown" },
    detention: { date: { precision: "unknown" } },
    whereabouts: { told: "unknown" },
    relation: told ?? "other",
    threadPublicKey: threadKey,
  };
}

/** Asks for a code of a case to be taken back, and says why. It opens its thread until another person confirms. */
export async function proposeRevocation(
  actor: Actor,
  caseId: string,
  { reportId, why }: { reportId: string; why: string },
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "code.issue");
  if (why.trim().length < 3) throw new Refusal("reason_missing");
  const now = clock();
  const id = newId(now);
  await desk().$transaction(async (tx) => {
    const { reference } = await lockReportOf(tx, staff, caseId, reportId);
    if ((await tx.receipt.count({ where: { reportId } })) === 0) throw new Refusal("code_missing");
    if ((await tx.codeRevocation.count({ where: { reportId, confirmedBy: null } })) > 0)
      throw new Refusal("changed_meanwhile");
    const reason = await sealToVault(staff.keys.publicKey, { why: why.trim() });
    await tx.codeRevocation.create({
      data: { id, reportId, reason, proposedBy: staff.username, proposedAt: now },
      select: { id: true },
    });
    await record(tx, staff, "code.revocation_proposed", { case: reference, why: why.trim() }, now);
  });
  return id;
}

/** Another person's word: from now on the code equals one that never was, and its conversation is gone. */
export async function confirmRevocation(
  actor: Actor,
  caseId: string,
  revocationId: string,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "code.issue");
  requireFresh(staff, clock);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const asked = await tx.codeRevocation.findUnique({
      where: { id: revocationId },
      select: { reportId: true, proposedBy: true },
    });
    if (!asked) throw new Refusal("not_found");
    const { reference } = await lockReportOf(tx, staff, caseId, asked.reportId);
    const { confirmedBy } = await tx.codeRevocation.findUniqueOrThrow({
      where: { id: revocationId },
      select: { confirmedBy: true },
    });
    if (confirmedBy) throw new Refusal("already_confirmed");
    if (asked.proposedBy === staff.username) throw new Refusal("same_person");
    await tx.codeRevocation.update({
      where: { id: revocationId },
      data: { confirmedBy: staff.username, confirmedAt: now },
      select: { id: true },
    });
    await tx.$queryRaw`SELECT registry.revoke_code(${revocationId}::uuid) AS gone`;
    await record(tx, staff, "code.revoked", { case: reference }, now);
  });
}

/** The case, locked; refuses a report that is not of it. */
async function lockReportOf(
  tx: Tx,
  staff: StaffActor,
  caseId: string,
  reportId: string,
): Promise<OpenedCase> {
  const opened = await lockCase(tx, staff, caseId);
  if (!readDossier(opened).reports.includes(reportId)) throw new Refusal("not_found");
  return opened;
}

import { randomInt } from "node:crypto";
import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { mayBeKept, SHEET_TEXT } from "@/lib/consent/rules";
import { type Clock, dateInCaracas, minuteOf, startOfDay } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Prisma } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { isUrgent, reportFrom } from "@/lib/intake/draft/rules";
import type { MessageContent } from "@/lib/intake/schema";
import { sealUnderVault } from "@/lib/vault/person";
import { deriveFromCode, newCode } from "@/lib/vault/receipt";
import { sealTo, sealToVault } from "@/lib/vault/seal";
import { isLate, slipNumber } from "./rules";
import type { Sheet, Strip } from "./schema";

const MOST = 500;

/**
 * Makes sheets' numbers and the codes for their sealed strips, and answers both, once: of a code only what opens nothing is kept. Two
 * people are there, one who prints and seals and one who watches and sees the list destroyed.
 */
export async function makeStrips(
  actor: Actor,
  { count, seenBy }: { count: number; seenBy: StaffActor },
  clock: Clock,
): Promise<Strip[]> {
  const staff = authorise(actor, "paper.issue");
  const other = authorise(seenBy, "paper.issue");
  if (staff.username === other.username) throw new Refusal("same_person");
  if (!(count >= 1 && count <= MOST)) throw new Refusal("too_many_strips", { most: MOST });
  const now = clock();
  const taken = new Set((await desk().slip.findMany({ select: { number: true } })).map((one) => one.number));
  const strips: Strip[] = [];
  const rows: Prisma.SlipCreateManyInput[] = [];
  while (strips.length < count) {
    const number = slipNumber(String(randomInt(1_000_000)).padStart(6, "0"));
    if (taken.has(number)) continue;
    taken.add(number);
    const code = newCode();
    const { lookup, threadPublicKey: threadKey } = await deriveFromCode(code, secret("INTAKE_PEPPER"));
    strips.push({ number, code });
    rows.push({
      ...{ id: newId(now), number, lookup, threadKey: new Uint8Array(threadKey) },
      ...{ madeAt: now, madeBy: staff.username, madeWith: other.username },
    });
  }
  await desk().$transaction(async (tx) => {
    await tx.slip.createMany({ data: rows });
    await record(tx, staff, "paper.strips_made", { staff: other.username, why: String(count) }, now);
  });
  return strips;
}

/**
 * Makes the report that a sheet holds, exactly as its family would have sent it: sealed to the vault, in the same queue, its thread
 * opened by the code on the strip, which nobody at the desk ever sees. Once for each sheet; late or not stays with it.
 */
export async function transcribeSheet(actor: Actor, sheet: Sheet, clock: Clock): Promise<string> {
  const staff = authorise(actor, "paper.transcribe");
  const now = clock();
  const today = dateInCaracas(now);
  const given = { textVersion: SHEET_TEXT, at: startOfDay(sheet.takenOn).toISOString() };
  const permissions = (["store", "count"] as const).map((purpose) => ({
    purpose,
    granted: sheet[purpose] === "yes",
    ...given,
  }));
  if (!mayBeKept(permissions)) throw new Refusal("keeping_refused");
  const reportId = newId(minuteOf(now));
  await desk().$transaction(async (tx) => {
    const slip = await tx.slip.findUnique({
      where: { number: sheet.number },
      select: { id: true, threadKey: true },
    });
    if (!slip) throw new Refusal("slip_unknown");
    if (!slip.threadKey) throw new Refusal("slip_used");
    const { person, detention, whereabouts, court, health, contact } = sheet;
    const threadPublicKey = Buffer.from(slip.threadKey).toString("base64");
    const later = { court, health, contact, permissions: { ...sheet.permissions, ...given } };
    const forms = { person, detention, whereabouts, ...later };
    const report = reportFrom({ version: 1, locale: "es", permissions, threadPublicKey, forms }, today);
    const stage: MessageContent = { stage: "received" };
    const [row] = await tx.$queryRaw<{ made: boolean }[]>`
      SELECT registry.desk_transcribe(${slip.id}::uuid, ${reportId}::uuid, ${await sealToVault(staff.keys.publicKey, report)},
        ${newId(now)}::uuid, ${now}, ${isUrgent(report, today)}, ${newId(now)}::uuid, ${await sealTo(slip.threadKey, stage)},
        ${await sealToVault(staff.keys.publicKey, stage)}, ${sheet.takenOn}, ${staff.username}, ${isLate(sheet.takenOn, now)},
        ${sealUnderVault(staff.keys, reportId, `slips|report|${slip.id}`)}) AS made`;
    if (!row?.made) throw new Refusal("slip_used");
    await record(tx, staff, "paper.transcribed", { report: reportId }, now);
  });
  return reportId;
}

/** Whoever holds a transcribed sheet destroyed it. It counts as gone once somebody else saw that. */
export async function destroySheet(actor: Actor, id: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "paper.transcribe");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const done = await tx.slip.updateMany({
      where: { id, transcribedAt: { not: null }, destroyedAt: null },
      data: { destroyedAt: now, destroyedBy: staff.username },
    });
    if (done.count === 0) throw new Refusal("changed_meanwhile");
    await record(tx, staff, "paper.destroyed", null, now);
  });
}

/** Another person saw the sheet destroyed. */
export async function seeSheetDestroyed(actor: Actor, id: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "paper.transcribe");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const row = await tx.slip.findUnique({ where: { id }, select: { destroyedBy: true, seenAt: true } });
    if (!row?.destroyedBy || row.seenAt !== null) throw new Refusal("changed_meanwhile");
    if (row.destroyedBy === staff.username) throw new Refusal("same_person");
    const seen = { seenAt: now, seenBy: staff.username };
    const done = await tx.slip.updateMany({ where: { id, seenAt: null }, data: seen });
    if (done.count === 0) throw new Refusal("changed_meanwhile");
    await record(tx, staff, "paper.destruction_seen", null, now);
  });
}

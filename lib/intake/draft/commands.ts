import type { FamilyActor } from "@/lib/auth/actor";
import { mayBeKept } from "@/lib/consent/rules";
import type { PermissionAnswer } from "@/lib/consent/schema";
import { type Clock, dateInCaracas, minuteOf } from "@/lib/core/clock";
import { secret } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { intake } from "@/lib/db/intake";
import type { Locale } from "@/lib/i18n/locales";
import { deriveFromCode, deriveWord } from "@/lib/vault/receipt";
import { sealTo, sealToVault, sealUnder } from "@/lib/vault/seal";
import type { MessageContent } from "../schema";
import type { PostedForm } from "../typed/schema";
import { DRAFT, type DraftKeys, openDraft, receptionIsOpen, vaultKey } from "./queries";
import { DRAFT_DAYS, holdsBack, isUrgent, reportFrom } from "./rules";
import type { Draft, Step } from "./schema";

/** Whoever writes or returns from a phone: has no name here. */
export const family: FamilyActor = { kind: "family" };

/**
 * Makes the draft of a code that was never used, once the family said yes to keeping it. The same code again, from a page
 * posted twice, finds the same draft. Refused while nobody could read what is sent.
 */
export async function beginReport(
  _actor: FamilyActor,
  { code, locale, permissions }: { code: string; locale: Locale; permissions: PermissionAnswer[] },
  clock: Clock,
): Promise<DraftKeys> {
  if (!mayBeKept(permissions)) throw new Refusal("not_permitted");
  if (!(await receptionIsOpen())) throw new Refusal("reception_closed");
  const keys = await deriveFromCode(code, secret("INTAKE_PEPPER"));
  const threadPublicKey = Buffer.from(keys.threadPublicKey).toString("base64");
  const draft: Draft = { version: 1, locale, permissions, threadPublicKey, forms: {} };
  const [row] = await intake().$queryRaw<{ saved: boolean }[]>`
    SELECT registry.intake_begin_draft(${keys.lookup}, ${sealUnder(keys.draftKey, draft, DRAFT)},
      ${minuteOf(clock())}, ${expiry(clock)}) AS saved`;
  if (!row?.saved && !(await openDraft(keys, clock))) throw new Refusal("code_unknown");
  return keys;
}

/** Keeps one step as it was posted, right or wrong. Refused when the draft is gone: sent, or expired. */
export async function saveStep(
  _actor: FamilyActor,
  { keys, step, posted }: { keys: DraftKeys; step: Step; posted: PostedForm },
  clock: Clock,
): Promise<Draft> {
  const found = await openDraft(keys, clock);
  if (!found) throw new Refusal("draft_expired");
  // A permission bears the moment it was received, whatever the page said.
  const kept = step === "permissions" ? { ...posted, at: clock().toISOString() } : posted;
  const draft = { ...found.draft, forms: { ...found.draft.forms, [step]: kept } };
  const [row] = await intake().$queryRaw<{ saved: boolean }[]>`
    SELECT registry.intake_save_draft(${keys.lookup}, ${sealUnder(keys.draftKey, draft, DRAFT)},
      ${minuteOf(clock())}, ${expiry(clock)}) AS saved`;
  if (!row?.saved) throw new Refusal("draft_expired");
  return draft;
}

/**
 * Seals a complete draft to the vault and erases it, with the first message of its thread and the audit row, in one
 * transaction. However often and however many at once it is posted, there is one report.
 */
export async function sendReport(_actor: FamilyActor, keys: DraftKeys, clock: Clock): Promise<void> {
  const found = await openDraft(keys, clock);
  const vault = await vaultKey();
  if (!vault) throw new Refusal("reception_closed");
  if (!found) {
    const [row] = await intake().$queryRaw<{ sent: boolean }[]>`
      SELECT EXISTS (SELECT FROM registry.intake_read_thread(${keys.lookup})) AS sent`;
    if (row?.sent) return;
    throw new Refusal("draft_expired");
  }
  const today = dateInCaracas(clock());
  if (holdsBack(found.draft, today)) throw new Refusal("report_incomplete");
  const report = reportFrom(found.draft, today);
  const threadKey = new Uint8Array(Buffer.from(report.threadPublicKey, "base64"));
  const received = minuteOf(clock());
  const reportId = newId(received);
  const answers = report.permissions.flatMap(({ purpose, granted }) =>
    purpose === "store" ? [] : [{ purpose, granted }],
  );
  const stage: MessageContent = { stage: "received" };
  const own: MessageContent = { ...stage, answers };
  const safeWord = report.contact?.safeWord ?? "";
  const word = safeWord === "" ? null : await deriveWord(keys, safeWord, secret("INTAKE_PEPPER"));
  // The right part sees what the left one wrote: both are one statement.
  const [row] = await intake().$queryRaw<{ sent: boolean }[]>`
    SELECT registry.intake_send(${keys.lookup}, ${reportId}::uuid, ${await sealToVault(vault, report)},
      ${newId(received)}::uuid, ${threadKey}, ${received}, 'web', ${isUrgent(report, today)}, ${newId(received)}::uuid,
      ${await sealTo(threadKey, own)}, ${await sealToVault(vault, stage)},
      ${await sealToVault(vault, { report: reportId })}) AS sent,
      registry.intake_keep_word(${keys.lookup}, ${word})::text AS word`;
  if (!row?.sent) throw new Refusal("draft_expired");
}

const expiry = (clock: Clock) => new Date(minuteOf(clock()).getTime() + DRAFT_DAYS * 86_400_000);

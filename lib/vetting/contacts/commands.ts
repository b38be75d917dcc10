import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { contact } from "@/lib/intake/contact/schema";
import { sealUnderVault } from "@/lib/vault/person";
import { entryContext, readContact } from "./queries";
import { callingOf, filled } from "./rules";
import { type CallResult, type ContactEntry, contactEntry, reason } from "./schema";

/** How many entries the page showed: whoever saw fewer than there are is refused, so that nothing is written twice. */
interface Seen {
  reportId: string;
  seen: number;
}

/** Writes down how a family asks to be reached, as they said it to staff. What was asked before stays below it. */
export async function recordContact(
  actor: Actor,
  { contact: asked, ...at }: Seen & { contact: unknown },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "contact.open");
  const said = contact.parse(asked);
  await write(staff, at, "contact.recorded", { kind: "contact", by: staff.username, contact: said }, clock);
}

/** Writes down that somebody tried to reach the family and how it ended: never what was said. */
export async function logCall(
  actor: Actor,
  { result, ...at }: Seen & { result: CallResult },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "contact.open");
  await write(staff, at, "call.logged", { kind: "call", by: staff.username, result }, clock);
}

/**
 * Lets its author call outside the safe hours for a quarter of an hour, for a written reason that the trail keeps. Refused within
 * them, where nothing stands in the way.
 */
export async function callAnyway(
  actor: Actor,
  { why, ...at }: Seen & { why: string },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "contact.open");
  if (!reason.safeParse(why).success) throw new Refusal("reason_missing");
  const entry = { kind: "override", by: staff.username, why } as const;
  await write(staff, at, "call.overridden", entry, clock, async (tx, now) => {
    const { asked, entries } = await readContact(tx, staff, at.reportId);
    const overrides = entries.filter((one) => one.kind === "override");
    if (!asked || callingOf(asked.contact.hours, overrides, staff.username, now) !== "closed")
      throw new Refusal("changed_meanwhile");
  });
}

/**
 * The safe word of a family, told once to whoever works on their report and has just given a second factor; every telling is
 * recorded as an opening, under the hourly cap.
 */
export async function tellSafeWord(actor: Actor, reportId: string, clock: Clock): Promise<string> {
  const staff = authorise(actor, "contact.open");
  requireFresh(staff, clock);
  return desk().$transaction(async (tx) => {
    const { asked } = await readContact(tx, staff, reportId);
    if (!asked || asked.contact.safeWord === "") throw new Refusal("not_found");
    await record(tx, staff, "contact.word_told", { report: reportId }, clock());
    return asked.contact.safeWord;
  });
}

async function write(
  staff: StaffActor,
  { reportId, seen }: Seen,
  act: string,
  entry: ContactEntry,
  clock: Clock,
  judge?: (tx: Tx, now: Date) => Promise<void>,
): Promise<void> {
  const now = clock();
  const id = newId(now);
  const sealed = sealUnderVault(staff.keys, filled(contactEntry.parse(entry)), entryContext(id));
  await desk().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM registry.reports WHERE id = ${reportId}::uuid FOR UPDATE`;
    const { entries } = await readContact(tx, staff, reportId);
    if (entries.length !== seen) throw new Refusal("changed_meanwhile");
    await judge?.(tx, now);
    await tx.contactEntry.create({ data: { id, reportId, sealed, recordedAt: now }, select: { id: true } });
    const why = entry.kind === "override" ? { why: entry.why } : {};
    await record(tx, staff, act, { report: reportId, ...why }, now);
  });
}

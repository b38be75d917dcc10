import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import type { Contact } from "@/lib/intake/contact/schema";
import { reportPayload } from "@/lib/intake/schema";
import { openUnderVault } from "@/lib/vault/person";
import { openFromVault } from "@/lib/vault/seal";
import { callingOf, worksOn } from "./rules";
import { type ContactCard, type ContactEntry, sealedEntry } from "./schema";

export const entryContext = (id: string): string => `contact_entries|sealed|${id}`;

interface Read {
  /** As last asked, by staff or in the report itself. */
  asked: { contact: Contact; by: string | null; at: Date } | null;
  entries: (ContactEntry & { at: Date })[];
}

/**
 * How the family of a report asked to be reached and each try so far, for whoever works on the report. Recorded as an opening of an
 * identity, under the hourly cap. Outside the safe hours the number is not in the answer; the safe word never is.
 */
export async function openContact(actor: Actor, reportId: string, clock: Clock): Promise<ContactCard> {
  const staff = authorise(actor, "contact.open");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const { asked, entries } = await readContact(tx, staff, reportId);
    await record(tx, staff, "contact.opened", { report: reportId }, now);
    const overrides = entries.filter((entry) => entry.kind === "override");
    const calling =
      asked === null ? "closed" : callingOf(asked.contact.hours, overrides, staff.username, now);
    return {
      reportId,
      asked: asked && {
        way: asked.contact.way,
        hours: asked.contact.hours,
        mayLeaveMessage: asked.contact.mayLeaveMessage,
        address: calling === "closed" || asked.contact.address === "" ? null : asked.contact.address,
        hasSafeWord: asked.contact.safeWord !== "",
        by: asked.by,
        at: asked.at,
      },
      calling,
      calls: entries.filter((entry) => entry.kind === "call"),
      overrides,
      seen: entries.length,
    };
  });
}

/** The contact of a report and its entries, oldest first, for whoever works on it; refuses everybody else before anything is opened. */
export async function readContact(tx: Tx, staff: StaffActor, reportId: string): Promise<Read> {
  const row = await tx.report.findUnique({
    where: { id: reportId },
    select: {
      sealed: true,
      stage: true,
      receivedAt: true,
      assignedTo: true,
      contactEntries: { orderBy: { id: "asc" }, select: { id: true, sealed: true, recordedAt: true } },
    },
  });
  if (!row || row.stage === "withdrawn") throw new Refusal("not_found");
  if (!worksOn(row.assignedTo, staff)) throw new Refusal("not_your_report");
  const entries = row.contactEntries.map(({ id, sealed, recordedAt }) => ({
    ...sealedEntry.parse(openUnderVault(staff.keys, sealed, entryContext(id))).entry,
    at: recordedAt,
  }));
  const last = entries.findLast((entry) => entry.kind === "contact");
  if (last) return { asked: last, entries };
  const { contact } = reportPayload.parse(await openFromVault(staff.keys, row.sealed));
  return { asked: contact ? { contact, by: null, at: row.receivedAt } : null, entries };
}

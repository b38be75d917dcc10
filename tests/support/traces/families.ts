import { openWithCode } from "@/lib/intake/receipt/commands";
import { postWord } from "@/lib/intake/thread/commands";
import * as contacts from "@/lib/vetting/contacts/commands";
import { assignReport } from "@/lib/vetting/reports/commands";
import { sendMessage, settleThread } from "@/lib/vetting/threads/commands";
import { openThread } from "@/lib/vetting/threads/queries";
import { at, givenReport } from "../stories";
import type { Act, Traced } from "./team";

const family = { kind: "family" } as const;
/** Five in the afternoon in Venezuela. */
const now = at("2026-01-22T21:00:00Z");

/** Everything done with the families of reports, each act once. */
export async function actOnFamilies(act: Act, { vera }: Traced): Promise<void> {
  const { code, reportId } = await givenReport();
  await assignReport(vera, reportId, { seen: null }, now);
  await act("message.sent", () => sendMessage(vera, reportId, { seen: 1, templates: ["question"] }, now));
  const { keys } = await openWithCode(family, code, now);
  await postWord(family, { keys, words: "Sí.", form: "1" }, now);
  await act("thread.opened", () => openThread(vera, reportId, now));
  await act("thread.settled", () => settleThread(vera, reportId, { seen: 3 }, now));
  const contact = {
    way: "call",
    address: "+58 414 555 01 02",
    hours: { from: "18:00", until: null },
    mayLeaveMessage: false,
    safeWord: "guayaba",
  };
  await act("contact.recorded", () => contacts.recordContact(vera, { reportId, seen: 0, contact }, now));
  const why = "Hay un traslado en una hora.";
  await act("call.overridden", () => contacts.callAnyway(vera, { reportId, seen: 1, why }, now));
  await act("call.logged", () => contacts.logCall(vera, { reportId, seen: 2, result: "reached" }, now));
}

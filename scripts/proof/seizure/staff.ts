import type { StaffActor } from "@/lib/auth/actor";
import { wallClock } from "@/lib/core/clock";
import { recordContact } from "@/lib/vetting/contacts/commands";
import { sendMessage } from "@/lib/vetting/threads/commands";
import { openThread } from "@/lib/vetting/threads/queries";
import { caseOf } from "../family/staff";
import type { Canaries } from "./canaries";

/** Staff make cases of some reports and write to their families: names, words and ways to reach them, each another canary. */
export async function workOn(staff: StaffActor, codes: string[], canaries: Canaries): Promise<void> {
  for (const code of codes) {
    const { reportId } = await caseOf(staff, code, (where) => canaries.of(where));
    const { messages } = await openThread(staff, reportId, wallClock);
    const words = `Le escribimos: ${canaries.of("message of staff")}`;
    await sendMessage(staff, reportId, { seen: messages.length, own: true, words }, wallClock);
    const contact = {
      ...{ way: "call", address: canaries.of("address of a contact"), safeWord: canaries.of("safe word") },
      ...{ hours: { from: "08:00", until: "20:00" }, mayLeaveMessage: false },
    } as const;
    await recordContact(staff, { reportId, seen: 0, contact }, wallClock);
  }
}

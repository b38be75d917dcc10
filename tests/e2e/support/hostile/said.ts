import type { StaffActor } from "@/lib/auth/actor";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { postNews } from "@/lib/intake/news/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { postWord } from "@/lib/intake/thread/commands";
import { callAnyway, recordContact } from "@/lib/vetting/contacts/commands";
import { sendMessage } from "@/lib/vetting/threads/commands";
import { openThread } from "@/lib/vetting/threads/queries";
import { proposeVerdict, recordRequest } from "@/lib/vetting/withdrawals/commands";
import type { Team } from "./case";
import type { Words } from "./words";

/** What fits a box of one line: no line breaks, no other signs that are not written. */
export const oneLine = (text: string) => !/\p{Cc}/u.test(text);

/** What goes to and fro between a family and the desk: words of both, how they are reached, and why somebody called all the same. */
export async function hostileThread(
  opener: StaffActor,
  words: Words,
  { code, id }: { code: string; id: string },
): Promise<void> {
  const line = (field: string, most: number, least = 1) => words.of(field, { most, least, takes: oneLine });
  const opened = await openWithCode({ kind: "family" }, code, wallClock);
  if (opened.kind !== "report") throw new Error("the code opens no report");
  const said = words.of("thread.family", { most: 2000 });
  await postWord({ kind: "family" }, { keys: opened.keys, words: said, form: code }, wallClock);
  const told = {
    place: words.of("news.place", { most: 300 }),
    account: words.of("news.account", { most: 2000 }),
  };
  const news = { keys: opened.keys, kind: "transferred", posted: told, locale: "es", form: code } as const;
  await postNews({ kind: "family" }, news, wallClock);
  const { messages } = await openThread(opener, id, wallClock);
  const own = words.of("thread.staff", { most: 1000 });
  await sendMessage(opener, id, { seen: messages.length, own: true, words: own }, wallClock).catch(isUnsafe);
  const contact = {
    way: "call",
    address: line("contact.address", 100),
    hours: { from: "03:00", until: "03:01" },
    mayLeaveMessage: false,
    safeWord: line("contact.safeWord", 40),
  };
  await recordContact(opener, { reportId: id, seen: 0, contact }, wallClock);
  const why = `${line("contact.why", 135)} ..........`;
  await callAnyway(opener, { reportId: id, seen: 1, why }, wallClock);
}

/** Words of one's own that could tell a stranger something are refused; the others are sent. */
function isUnsafe(error: unknown): void {
  if (!(error instanceof Refusal && error.code.startsWith("unsafe_"))) throw error;
}

/** Somebody who gave nothing asks that a case be counted no longer: their words, and one person's answer that waits for another. */
export async function hostileRequest({ vera, victor }: Team, words: Words, reference: string): Promise<void> {
  const of = (field: string) => words.of(`request.${field}`, { most: 2000, least: 10 });
  const asked = { reference, kind: "count", asks: "relative", words: of("words") } as const;
  const id = await recordRequest(vera, asked, wallClock);
  await proposeVerdict(victor, { id, granted: false, why: of("why") }, wallClock);
}

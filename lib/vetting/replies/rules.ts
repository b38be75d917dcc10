import { wordsOf } from "@/lib/i18n/messages";
import type { Note } from "@/lib/intake/schema";
import type { StayReason } from "./schema";

const HOUR = 3_600_000;

/** To the hour, and never before it came: the moment of an act on a case must not lead to who asked for it. */
export const settledAt = (received: Date, now: Date): Date =>
  new Date(Math.max(received.getTime(), Math.floor(now.getTime() / HOUR) * HOUR));

/** Why a page stays, in both languages of the asker's pages. */
export function staysBecause(reason: StayReason): Exclude<Note, string> {
  const inOne = (locale: "es" | "en") => wordsOf(locale, "replies").say(`stays.${reason}`);
  return { es: inOne("es"), en: inOne("en") };
}

import { wordsOf } from "@/lib/i18n/messages";
import type { Note } from "@/lib/intake/schema";
import type { Outcome } from "../../schema";
import { type Reason, reasonsFor, type Unfavourable } from "./schema";

export const isUnfavourable = (outcome: string): outcome is Unfavourable =>
  outcome !== ("verified_political" satisfies Outcome) && outcome in reasonsFor;

export const fits = (reason: Reason, outcome: Unfavourable): boolean =>
  (reasonsFor[outcome] as readonly Reason[]).includes(reason);

/** What the family reads: that it is no judgement on them, why, what would help, and how to ask for another look. */
export function explanationOf(
  outcome: Unfavourable,
  reason: Reason,
  helps: readonly string[],
): Exclude<Note, string> {
  const inOne = (locale: "es" | "en") => {
    const { say } = wordsOf(locale, "desk-messages");
    return [
      say(`explained.begins.${outcome}`),
      say(`explained.reasons.${reason}`),
      ...(helps.length > 0
        ? [`${say("explained.wouldHelp")} ${helps.map((one) => say(`explained.helps.${one}`)).join("; ")}.`]
        : []),
      say("explained.again"),
    ].join("\n");
  };
  return { es: inOne("es"), en: inOne("en") };
}

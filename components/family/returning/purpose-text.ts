import type { Changeable } from "@/lib/consent/withdrawals/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** What a permission is about, in the words it was first asked with. */
export function purposeText(locale: Locale, what: Changeable): string {
  if (what === "everything") return translator(locale, "returning")("withdraw.kinds.everything");
  if (what === "count") return translator(locale, "family")("questions.count");
  return translator(locale, "permissions")(what);
}

/** What follows from a yes, in the words it was first asked with; from a no, what ends. */
export function effectText(locale: Locale, what: Changeable, granted: boolean): string {
  if (!granted) return translator(locale, "returning")(`confirm.ends.${what}`);
  if (what === "count" || what === "everything") return translator(locale, "family")("questions.countHint");
  return translator(locale, "permissions")(`${what}Hint`);
}

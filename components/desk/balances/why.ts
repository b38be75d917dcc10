import { dayText, momentText } from "@/components/desk/when";
import { stateText } from "@/components/desk/words";
import type { ChangeLine } from "@/lib/balances/drafts/changes/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** Why one case stands in the account of a draft, in one line. */
export function whyChanged(locale: Locale, line: ChangeLine): string {
  const t = translator(locale, "desk-balances");
  const { term, sign, reference, moment, aspects } = line;
  const state = (one: string | null) => (one ? stateText("custody", one, locale) : "—");
  const when = moment ? dayText(moment, locale) : "—";
  const [before, after] = [state(line.before), state(line.after)];
  if (reference === null) return t("why.nobody");
  switch (term) {
    case "newDetentions":
    case "redetentions":
      return t(`why.${term}`, { when });
    case "releases":
    case "deaths":
    case "leftWithoutRelease":
      return t("why.exit", { after, when: moment ? momentText(moment, locale) : when });
    case "lateRegistrations":
      return aspects.includes("imported")
        ? t("why.imported", { after })
        : t("why.lateRegistrations", { when });
    case "lateExits":
      return t("why.lateExits", { after, when });
    case "removals":
      return t(aspects.includes("permission") ? "why.permission" : "why.verdict");
    case "merges":
      return t(sign < 0 ? "why.merged" : "why.unmerged");
    case "corrections":
      if (line.before && line.after && line.before !== line.after)
        return t("why.corrected", { before, after });
      return t(sign > 0 ? "why.correctedIn" : "why.correctedOut", { after: line.after ? after : before });
    case "restated":
      return [
        line.before !== line.after && t("why.corrected", { before, after }),
        aspects.length > 0 &&
          t("why.says", { list: aspects.map((aspect) => t(`aspects.${aspect}`)).join(", ") }),
      ]
        .filter(Boolean)
        .join("; ");
  }
}

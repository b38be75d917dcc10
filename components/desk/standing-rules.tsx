import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { DeskFact } from "@/lib/vetting/cases/rules";
import { standingRules } from "@/lib/vetting/cases/timeline/rules";

/** What would be refused and why, as sentences, before anybody fills a form. */
export function StandingRules({ facts, locale }: { facts: readonly DeskFact[]; locale: Locale }) {
  const t = translator(locale, "desk");
  const rules = standingRules(facts);
  if (rules.length === 0) return null;
  return (
    <ul className="reasons">
      {rules.map((rule) => (
        <li key={rule}>{t(`fact.rules.${rule}`)}</li>
      ))}
    </ul>
  );
}

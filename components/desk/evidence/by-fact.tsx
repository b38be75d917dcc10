import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { OfFact } from "./of-fact";
import { factFate, factLine, factsToTie } from "./words";

/** Each fact that stands or waits, with the evidence that supports it and that speaks against it. */
export function ByFact({ found, locale }: { found: CaseForDesk; locale: Locale }) {
  const t = translator(locale, "evidence");
  return (
    <section className="entry" id="por-hecho">
      <h2>{t("byFact")}</h2>
      <ol className="rows">
        {factsToTie(found.facts).map((fact) => (
          <li key={fact.id}>
            <b>{factLine(fact, locale)}</b>
            {factFate(fact, locale) && <strong className="waits"> {factFate(fact, locale)}</strong>}
            <OfFact found={found} factId={fact.id} locale={locale} />
          </li>
        ))}
      </ol>
    </section>
  );
}

import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { CaseWarning } from "@/lib/vetting/cases/warnings/rules";

interface CaseWarningsProps {
  warnings: readonly CaseWarning[];
  /** Where the facts they are about can be read; the page itself where they are on it. */
  page?: string;
  locale: Locale;
}

/** What deserves a look in the facts of a case, each as a sentence with the way to the facts it is about. */
export function CaseWarnings({ warnings, page = "", locale }: CaseWarningsProps) {
  const t = translator(locale, "desk-lanes");
  if (warnings.length === 0) return null;
  return (
    <section className="notice" aria-label={t("title")}>
      <h3>{t("title")}</h3>
      <ul className="reasons">
        {warnings.map(({ rule, facts }) => (
          <li key={`${rule}-${facts.join()}`}>
            {t(`rules.${rule}`)}{" "}
            {facts.map((id, n) => (
              <a key={id} href={`${page}#hecho-${id}`}>
                {t("about", { n: n + 1 })}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { Step } from "@/lib/opendata/tallies/steps/schema";
import { Corrects } from "./corrects";
import { shortMoment } from "./cut-off-day";

/** Every balance that corrects an earlier one, newest first, with its reason; the earlier one stands as it was published. */
export function Corrections({ locale, corrections }: { locale: Locale; corrections: readonly Step[] }) {
  const t = translator(locale, "changes");
  return (
    <section className="entry">
      <h2>{t("corrections.title")}</h2>
      {corrections.length === 0 ? (
        <p>{t("corrections.none")}</p>
      ) : (
        <ul className="rows">
          {corrections.map((step) => (
            <li key={step.slug}>
              <a href={pathTo(locale, `/balances/${step.slug}`)}>{shortMoment(locale, step.at)}</a>
              <Corrects locale={locale} step={{ ...step, correctedBy: null }} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

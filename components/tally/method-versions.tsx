import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { QuotedMethod } from "@/lib/opendata/method/schema";

/** Every version of the method, newest first: since when it counts and what it changed. */
export function MethodVersions({ locale, quoted }: { locale: Locale; quoted: QuotedMethod }) {
  const t = translator(locale, "method");
  return (
    <section id="versiones" className="entry flow">
      <h3>{t("changesTitle")}</h3>
      <p>{t("changesLead")}</p>
      <dl className="rows">
        {quoted.changelog.map(({ version, since, words }) => (
          <div key={version}>
            <dt>{t("changeLine", { version, day: dayName(locale, since) })}</dt>
            <dd className="whole">{words[locale]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

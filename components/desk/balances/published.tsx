import { Account } from "@/components/tally/account";
import { ClaimWindows } from "@/components/tally/claim-windows";
import { OfWhich } from "@/components/tally/of-which";
import { Partitions } from "@/components/tally/partitions";
import { Places } from "@/components/tally/places";
import { Series } from "@/components/tally/series";
import type { BalanceContent } from "@/lib/balances/schema";
import { dayName, number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { seriesPoints } from "@/lib/opendata/tallies/series/rules";

interface PublishedProps {
  locale: Locale;
  content: BalanceContent;
  /** Where the public pages are. */
  site: string;
}

/** Every table of a draft drawn by what draws the public page, from the same numbers. */
export function Published({ locale, content, site }: PublishedProps) {
  const t = translator(locale, "desk-balances");
  const balances = translator(locale, "balances");
  return (
    <details>
      <summary>{t("published.title")}</summary>
      <p className="note">{t("published.note")}</p>
      <p className="serif">{t("published.total", { n: number(locale, content.held.total) })}</p>
      <OfWhich locale={locale} balance={content} />
      <Partitions locale={locale} balance={content} site={site} />
      <Account locale={locale} balance={content} whole site={site} />
      <section className="entry">
        <h2>{balances("placesTitle")}</h2>
        <Places locale={locale} balance={content} dimension="stateHeld" />
        <Places locale={locale} balance={content} dimension="stateOfDetention" />
      </section>
      <Series locale={locale} points={seriesPoints(content).slice(-30)} here={content.slug} site={site} />
      <ClaimWindows locale={locale} balance={content} site={site} />
    </details>
  );
}

/** What span the draft answers for, and the figures of others whose days touch what it adds, beside our flow of those days. */
export function Covered({ locale, content, site }: PublishedProps) {
  const t = translator(locale, "desk-balances");
  const { since, until } = content.coverage;
  const from = content.change?.from.at.slice(0, 10) ?? since;
  const touched = content.claims.filter(({ to }) => to >= from);
  return (
    <section className="entry flow">
      <h2>{t("coverage.title")}</h2>
      <p>
        {until
          ? t("coverage.closed", { since: dayName(locale, since), until: dayName(locale, until) })
          : t("coverage.open", { since: dayName(locale, since) })}{" "}
        {t("coverage.before")}
      </p>
      <p>{t("coverage.claims", { n: touched.length, all: number(locale, content.claims.length) })}</p>
      <ClaimWindows locale={locale} balance={{ claims: touched }} site={site} />
    </section>
  );
}

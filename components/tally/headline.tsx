import { dayName, number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { BalanceContent } from "@/lib/opendata/balances/queries";
import { CutOff } from "./cut-off";
import { Freshness } from "./freshness";

/** The total as one sentence, never without its cut-off, method and the span this registry answers for. */
export function Headline({ locale, balance }: { locale: Locale; balance: BalanceContent }) {
  const t = translator(locale, "home");
  const { since, until } = balance.coverage;
  const coverage = until
    ? t("coverageClosed", { since: dayName(locale, since), until: dayName(locale, until) })
    : t("coverageOpen", { since: dayName(locale, since) });
  return (
    <div className="band">
      <div className="sheet">
        <p className="note">
          <CutOff locale={locale} at={balance.at} /> ·{" "}
          <a href={pathTo(locale, "/metodo")}>{t("methodLink", { version: balance.method })}</a>
        </p>
        <h1 className="headline">
          {t.rich("headline", {
            total: number(locale, balance.held.total),
            count: balance.held.total,
            n: (total) => <span className="figure">{total}</span>,
          })}
        </h1>
        <Freshness locale={locale} balance={balance} />
        <p className="note mt-2">{coverage}</p>
        {balance.kind === "partial" && <p className="mt-3">{t("partial")}</p>}
        {balance.corrects && <p className="mt-3">{t("corrects", balance.corrects)}</p>}
      </div>
    </div>
  );
}

import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { BalanceContent } from "@/lib/opendata/balances/queries";

/** What is counted beside the total and never added to it: pending, people out under measures, short detentions. */
export function Apart({ locale, balance }: { locale: Locale; balance: BalanceContent }) {
  const t = translator(locale, "home");
  const pending = balance.pending.total;
  return (
    <section className="entry">
      <h2>{t("restTitle")}</h2>
      <ul className="rows">
        <li>
          <span aria-hidden="true" className="mark mark-pending" />
          {pending === 0 ? t("pendingNone") : t("pending", { n: number(locale, pending) })}
        </li>
        <li>
          <span aria-hidden="true" className="mark mark-measures" />
          {t("restricted", { n: balance.restricted.total })}
        </li>
        <li>{t("short", { n: balance.shortDetentions })}</li>
      </ul>
      <p className="screen-only mt-4">
        <a href={pathTo(locale, `/balances/${balance.slug}`)}>{t("thisBalance")}</a>
        <br />
        <a href={pathTo(locale, "/balances")}>{t("otherBalances")}</a>
        <br />
        <a href={pathTo(locale, "/cifras")}>{t("figuresLink")}</a>
      </p>
    </section>
  );
}

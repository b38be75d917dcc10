import { number } from "@/lib/i18n/dates";
import { type Locale, tagOf } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { BalanceContent } from "@/lib/opendata/balances/queries";
import { ownAccount } from "@/lib/opendata/tallies/joins/rules";
import { changeSentence } from "@/lib/opendata/tallies/sentences/rules";
import { shortMoment } from "./cut-off-day";

/**
 * The partial publication of a night: first how many left prison and how, since that is what is asked; then the paragraph made from
 * its account, which says everything that moved since the last publication and that it closes.
 */
export function Tonight({ locale, balance }: { locale: Locale; balance: BalanceContent }) {
  const t = translator(locale, "home");
  const { change } = balance;
  const account = change && ownAccount(change);
  if (!account) return null;
  const from = new Date(change.from.at);
  return (
    <section className="entry flow">
      <h2>{t("tonightTitle")}</h2>
      <p className="text-xl leading-7">
        {t("tonightOut", { n: change.flows.releases.events, from: shortMoment(locale, from) })}
        {change.flows.releases.events > 0 &&
          t("tonightKinds", { list: kindsOf(locale, change.flows.releases) })}
      </p>
      <p>{changeSentence(wordsOf(locale, "changes"), { from, to: new Date(balance.at), ...account })}</p>
      <p className="screen-only">
        <a href={pathTo(locale, `/balances/${balance.slug}`)}>{t("thisBalance")}</a>
      </p>
    </section>
  );
}

type Releases = NonNullable<BalanceContent["change"]>["flows"]["releases"];

/** How they left: only the ways in which somebody did. */
function kindsOf(locale: Locale, { withMeasures, full, expelled, unspecified }: Releases): string {
  const t = translator(locale, "home");
  const ways = { WithMeasures: withMeasures, Full: full, Expelled: expelled, Unspecified: unspecified };
  const said = Object.entries(ways).flatMap(([way, n]) =>
    n > 0 ? [t(`tonight${way as keyof typeof ways}`, { n: number(locale, n) })] : [],
  );
  return new Intl.ListFormat(tagOf(locale), { type: "conjunction" }).format(said);
}

import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { BalanceContent } from "@/lib/opendata/balances/queries";
import { ownAccount } from "@/lib/opendata/tallies/joins/rules";
import { changeSentence } from "@/lib/opendata/tallies/sentences/rules";

/** The partial publication of a night, in one paragraph made from its account: what moved since the last publication, and that it closes. */
export function Tonight({ locale, balance }: { locale: Locale; balance: BalanceContent }) {
  const t = translator(locale, "home");
  const { change } = balance;
  const account = change && ownAccount(change);
  if (!account) return null;
  return (
    <section className="entry">
      <h2>{t("tonightTitle")}</h2>
      <p>
        {changeSentence(wordsOf(locale, "changes"), {
          from: new Date(change.from.at),
          to: new Date(balance.at),
          ...account,
        })}
      </p>
      <p className="screen-only">
        <a href={pathTo(locale, `/balances/${balance.slug}`)}>{t("thisBalance")}</a>
      </p>
    </section>
  );
}

import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { BalanceContent } from "@/lib/opendata/balances/queries";
import { ownAccount } from "@/lib/opendata/tallies/joins/rules";
import { changeSentence } from "@/lib/opendata/tallies/sentences/rules";
import { AccountTable } from "./account-table";
import { cutOffWords } from "./cut-off";

interface AccountProps {
  locale: Locale;
  balance: BalanceContent;
  /** With the paragraph and a sentence for each line: on the balance's own page. */
  whole?: boolean;
  /** Where the public pages are, when this is shown elsewhere. */
  site?: string;
}

/** From the last balance to this one: what moved, line by line, and that it closes. In the first there is nothing to compare with. */
export function Account({ locale, balance, whole = false, site = "" }: AccountProps) {
  const t = translator(locale, "changes");
  const { change } = balance;
  const account = change && ownAccount(change);
  return (
    <section className="entry">
      <h2>{t("accountTitle")}</h2>
      {account ? (
        <>
          {whole && (
            <p className="mb-3">
              {changeSentence(wordsOf(locale, "changes"), {
                from: new Date(change.from.at),
                to: new Date(balance.at),
                ...account,
              })}
            </p>
          )}
          <AccountTable
            locale={locale}
            account={account}
            caption={t("accountCaption", { from: cutOffWords(locale, change.from.at) })}
            opening={t("openingRow")}
            closing={t("closingRow")}
            whole={whole}
          />
          <p className="screen-only mt-3">
            <a href={site + pathTo(locale, "/cambios")}>{t("allChanges")}</a>
          </p>
        </>
      ) : (
        <p>{t("firstBalance")}</p>
      )}
    </section>
  );
}

import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { ownAccount } from "@/lib/opendata/tallies/joins/rules";
import { changeSentence } from "@/lib/opendata/tallies/sentences/rules";
import type { Step as PublishedStep } from "@/lib/opendata/tallies/steps/schema";
import { AccountTable } from "./account-table";
import { Corrects } from "./corrects";
import { CutOff } from "./cut-off";
import { shortMoment } from "./cut-off-day";

/** One balance and what it changed: the paragraph in sight, the sum a touch away, and whatever corrects or is corrected. */
export function Step({ locale, step, open }: { locale: Locale; step: PublishedStep; open: boolean }) {
  const t = translator(locale, "changes");
  const { change, slug, at } = step;
  const account = change && ownAccount(change);
  return (
    <article className="step" id={slug}>
      <h3>
        {account
          ? t("steps.heading", {
              opening: account.reconciliation.opening,
              closing: account.reconciliation.closing,
            })
          : t("steps.first", { total: step.total })}
      </h3>
      <p className="note">
        <CutOff locale={locale} at={at.toISOString()} /> ·{" "}
        <a href={pathTo(locale, `/balances/${slug}`)}>{t("steps.balance")}</a>
      </p>
      {account ? (
        <>
          <p>
            {changeSentence(wordsOf(locale, "changes"), {
              from: new Date(change.from.at),
              to: at,
              ...account,
            })}
          </p>
          <details open={open}>
            <summary>{t("steps.lines")}</summary>
            <AccountTable
              locale={locale}
              account={account}
              caption={t("accountTitle")}
              opening={t("openingOf", { day: shortMoment(locale, new Date(change.from.at)) })}
              closing={t("closingOf", { day: shortMoment(locale, at) })}
              whole={false}
            />
          </details>
        </>
      ) : (
        <p>{t("firstBalance")}</p>
      )}
      <Corrects locale={locale} step={step} />
    </article>
  );
}

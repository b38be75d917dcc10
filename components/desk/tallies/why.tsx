import { AccountTable, termsOf } from "@/components/tally/account-table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Reconciliation } from "@/lib/tallies/schema";

interface WhyProps {
  locale: Locale;
  difference: Reconciliation;
  /** The two moments of knowledge, in words. */
  first: string;
  second: string;
}

/** Why one moment counts differently as known at another: what was learned in between, term by term, to residual zero (R5). */
export function Why({ locale, difference, first, second }: WhyProps) {
  const t = translator(locale, "tallies");
  const nothing =
    termsOf(difference).every((term) => difference.terms[term] === 0) && difference.residual === 0;
  return (
    <section className="entry flow">
      <h2>{t("whyTitle")}</h2>
      {nothing && <p>{t("whySame")}</p>}
      {!nothing && difference.opening === difference.closing && <p>{t("whyNet")}</p>}
      {!nothing && (
        <AccountTable
          locale={locale}
          caption={t("whyCaption", { residual: number(locale, difference.residual) })}
          account={{ flows: null, reconciliation: difference }}
          whole={false}
          opening={t("openingAs", { known: first })}
          closing={t("closingAs", { known: second })}
        />
      )}
    </section>
  );
}

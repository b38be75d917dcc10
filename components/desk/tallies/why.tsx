import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Reconciliation } from "@/lib/tallies/schema";
import { Account, movedTerms } from "./account";

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
  const nothing = movedTerms(difference).length === 0 && difference.residual === 0;
  return (
    <section className="entry flow">
      <h2>{t("whyTitle")}</h2>
      {nothing && <p>{t("whySame")}</p>}
      {!nothing && difference.opening === difference.closing && <p>{t("whyNet")}</p>}
      {!nothing && (
        <Account
          locale={locale}
          caption={t("whyCaption", { residual: number(locale, difference.residual) })}
          head={t("why")}
          account={difference}
          opening={t("openingAs", { known: first })}
          closing={t("closingAs", { known: second })}
        />
      )}
    </section>
  );
}

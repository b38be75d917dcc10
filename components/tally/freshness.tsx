import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { BalanceContent } from "@/lib/opendata/balances/queries";
import { amountOf } from "@/lib/opendata/figures/rules";
import { amountWords } from "@/lib/opendata/figures/words/rules";

/** Under the total: for how many something showed lately that they are still held (R10). Nothing in balances that did not count it. */
export function Freshness({ locale, balance }: { locale: Locale; balance: BalanceContent }) {
  const amount = amountOf("confirmed", balance);
  if (!balance.confirmed || !amount) return null;
  return (
    <p className="mt-2">
      {translator(locale, "home")("confirmed", {
        days: balance.confirmed.days,
        n: amountWords(locale, amount),
        total: number(locale, balance.held.total),
      })}
    </p>
  );
}

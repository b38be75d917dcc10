import { accountNotes, arithmetic, type Figures } from "@/lib/claims/accounts/words/rules";
import type { Interval } from "@/lib/claims/compare/schema";
import { csvOf } from "@/lib/core/csv";
import { locales } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { Account } from "./schema";

export {
  accountDays,
  accountNotes,
  amountWords,
  arithmetic,
  besideWords,
  differenceWords,
  type Figures,
  figureIn,
} from "@/lib/claims/accounts/words/rules";

/** What the API says of an account beside its numbers. */
export function accountInWords(account: Account, figures: Figures) {
  const perLocale = <Value>(value: (locale: (typeof locales)[number]) => Value) =>
    Object.fromEntries(locales.map((locale) => [locale, value(locale)]));
  return {
    ...account,
    words: perLocale((locale) => {
      const words = wordsOf(locale, "claims");
      return {
        arithmetic: arithmetic(words, account, figures),
        notes: accountNotes(words, account, figures),
      };
    }),
    page: perLocale((locale) => `${href(locale, "comparar/cuentas")}#${account.id}`),
  };
}

const columns = ["account", "claimant", "line", "claim_id", "sign", "least", "most"] as const;

/** One row a line of each account, in the order it is printed; the unexplained difference is a line like the others. */
export function accountsCsv(accounts: readonly Account[]): string {
  const rows = accounts.flatMap((account) => {
    const row = (line: string, claimId: string | null, sign: number | null, { least, most }: Interval) => ({
      account: account.id,
      claimant: account.claimant,
      line,
      claim_id: claimId,
      sign,
      least,
      most,
    });
    return [
      row("opening", account.opening.claimId, null, account.opening.amount),
      ...account.movements.map(({ measure, claimId, sign, amount }) => row(measure, claimId, sign, amount)),
      row("unexplained", null, null, account.unexplained),
      row("closing", account.closing.claimId, null, account.closing.amount),
    ];
  });
  return csvOf(rows, columns);
}

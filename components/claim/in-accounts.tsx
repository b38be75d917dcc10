import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { arithmetic } from "@/lib/opendata/claims/accounts/rules";
import type { Account } from "@/lib/opendata/claims/accounts/schema";
import { claimantShort } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";

interface InAccountsProps {
  locale: Locale;
  claim: PublishedClaim;
  accounts: readonly Account[];
  figures: ReadonlyMap<string, PublishedClaim>;
}

/** On a figure's page, the accounts of its own organisation in which it stands. Nothing when there is none. */
export function InAccounts({ locale, claim, accounts, figures }: InAccountsProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  if (accounts.length === 0) return null;
  return (
    <section>
      <h2>{t("accounts.ofThis", { claimant: claimantShort(words, claim) })}</h2>
      <ul className="rows">
        {accounts.map((account) => (
          <li key={account.id}>
            <a href={`${href(locale, "comparar/cuentas")}#${account.id}`}>
              {arithmetic(words, account, figures)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Metadata } from "next";
import { ClaimAccount } from "@/components/claim/claim-account";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { listAccounts } from "@/lib/opendata/claims/accounts/queries";
import { safePage } from "../../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "claims");
  return { title: `${t("accounts.title")} · Vigilia` };
}

/** Every account that one organisation's own figures allow, and what its sources leave unexplained. */
export default async function ClaimAccounts({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "claims");
  return safePage({ locale, path: "/comparar/cuentas" }, async () => {
    const { accounts, figures } = await listAccounts({});
    return (
      <div className="sheet pt-8">
        <p>
          <a href={href(locale, "comparar")}>{t("page.back")}</a>
        </p>
        <h1>{t("accounts.title")}</h1>
        <p className="mt-3">{t("accounts.lead")}</p>
        <p className="mt-3">{t("accounts.nobodys")}</p>
        <p className="mt-3">
          {accounts.length === 0 ? t("accounts.none") : t("accounts.count", { n: accounts.length })}
        </p>
        {accounts.map((account) => (
          <ClaimAccount key={account.id} locale={locale} account={account} figures={figures} />
        ))}
        <p className="screen-only mt-6">
          <a href="/api/v1/claims/accounts">{t("accounts.json")}</a>
          <br />
          <a href="/api/v1/claims/accounts.csv">{t("accounts.csv")}</a>
        </p>
      </div>
    );
  });
}

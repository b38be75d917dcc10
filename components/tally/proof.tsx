import { DetailsList } from "@/components/ui/details-list";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import { cutOffWords } from "./cut-off";

/** What proves a balance and how to quote it: digest, keys, files, one ready line. */
export function Proof({ locale, balance }: { locale: Locale; balance: PublishedBalance }) {
  const t = translator(locale, "balances");
  const { content, slug } = balance;
  const keys = balance.signatures.map(({ publicKey }, place) => ({
    term: t("proofKey", { n: place + 1 }),
    detail: <code className="digest">{publicKey}</code>,
  }));
  return (
    <section className="entry">
      <h2>{t("proofTitle")}</h2>
      <p className="mb-3">{t("proofBody")}</p>
      <DetailsList
        rows={[
          { term: t("proofHash"), detail: <code className="digest">{balance.contentHash}</code> },
          ...keys,
        ]}
      />
      <h3 className="mt-4">{t("cite")}</h3>
      <p>{t("citation", { slug, cutOff: cutOffWords(locale, content.at), method: content.method })}</p>
      <p className="screen-only mt-4">
        <a href={`/api/v1/balances/${slug}`}>{t("proofJson")}</a>
        <br />
        <a href={`/api/v1/tallies.csv?balance=${slug}`}>{t("proofCsv")}</a>
      </p>
    </section>
  );
}

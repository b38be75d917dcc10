import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { bulletin } from "@/lib/opendata/balances/card/rules";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";

interface FormsProps {
  locale: Locale;
  balance: PublishedBalance;
  site: string | null;
}

/** The balance in the forms in which it travels: a sheet, a picture, a message. Each says the same numbers as the page. */
export function Forms({ locale, balance, site }: FormsProps) {
  const t = translator(locale, "card");
  const at = (name: string) => `/api/v1/balances/${balance.slug}/${name}?language=${locale}`;
  const message = bulletin(locale, balance.content, site);
  const total = number(locale, balance.content.held.total);
  return (
    <section className="entry flow">
      <h2>{t("formsTitle")}</h2>
      <p className="note">{t("formsIntro")}</p>
      <p>{t("print")}</p>
      <p>
        <a href={at("card.png")} title={t("alt", { slug: balance.slug, total })}>
          {t("png")}
        </a>
      </p>
      <p>
        <a href={at("card.txt")}>{t("txt")}</a>
      </p>
      <h3>{t("message")}</h3>
      <p className="note">{t("messageNote", { n: [...message].length })}</p>
      <pre className="commands copied">{message}</pre>
    </section>
  );
}

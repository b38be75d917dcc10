import type { Metadata } from "next";
import { Ready } from "@/components/press/ready";
import { ContactLines } from "@/components/shell/contact-lines";
import { contacts } from "@/lib/core/env";
import { cutOffWords } from "@/lib/i18n/cut-off";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { readySentences } from "@/lib/opendata/press/queries";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

const avoided = ["freed", "remain", "minus", "added", "zero", "names"] as const;

const feeds = [
  { feed: "atom.xml", key: "balances" },
  { feed: "cambios/atom.xml", key: "changes" },
  { feed: "comparar/atom.xml", key: "comparisons" },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "press")("title")} · Vigilia` };
}

/** For a newsroom with five minutes: sentences that can be printed as they stand, how to attribute them and what not to write. */
export default async function Press({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "press");
  return safePage({ locale, path: "/prensa" }, async () => {
    const balance = await latestBalance();
    const { own, pairs } = await readySentences(locale, balance);
    const press = contacts("PRESS");
    const to = (name: Parameters<typeof href>[1], anchor = "") =>
      function Link(words: React.ReactNode) {
        return <a href={href(locale, name) + anchor}>{words}</a>;
      };
    return (
      <div className="sheet pt-8">
        <h1>{t("title")}</h1>
        <p className="mt-3">{t("lead")}</p>
        <section id="frases" className="mt-8">
          <h2>{t("ownTitle")}</h2>
          {own.length > 0 ? <Ready locale={locale} sentences={own} /> : <p>{t("ownNone")}</p>}
        </section>
        <section id="otros" className="mt-8">
          <h2>{t("pairsTitle")}</h2>
          <p className="note">{t("pairsNote")}</p>
          {pairs.length > 0 ? <Ready locale={locale} sentences={pairs} /> : <p>{t("pairsNone")}</p>}
          <p className="mt-3">
            <a href={href(locale, "comparar")}>{t("pairsAll")}</a>
          </p>
        </section>
        <section id="atribuir" className="entry flow">
          <h2>{t("creditTitle")}</h2>
          <p>{t("credit")}</p>
          {balance && (
            <blockquote className="copied">
              {t("creditLine", {
                slug: balance.slug,
                cutOff: cutOffWords(locale, balance.content.at),
                method: balance.content.method,
              })}
            </blockquote>
          )}
          <p>{t("creditOthers")}</p>
          <p>{t("licence")}</p>
        </section>
        <section id="no-escriba" className="entry flow">
          <h2>{t("avoidTitle")}</h2>
          <dl className="rows">
            {avoided.map((key) => (
              <div key={key}>
                <dt>{t(`avoid.${key}.not`)}</dt>
                <dd className="whole">{t(`avoid.${key}.but`)}</dd>
              </div>
            ))}
          </dl>
          <p>{t.rich("words", { a: to("glosario"), method: to("metodo", "#excarcelacion") })}</p>
        </section>
        <section id="seguir" className="entry flow">
          <h2>{t("followTitle")}</h2>
          <ul>
            {feeds.map(({ feed, key }) => (
              <li key={feed}>
                <a href={href(locale, feed)}>{t(`feeds.${key}`)}</a>
              </li>
            ))}
          </ul>
        </section>
        <section id="contacto" className="entry flow">
          <h2>{t("contactTitle")}</h2>
          <p>{t(press.length > 0 ? "contact" : "contactNone")}</p>
          <ContactLines addresses={press} />
        </section>
      </div>
    );
  });
}

import type { Metadata } from "next";
import { Account } from "@/components/tally/account";
import { Apart } from "@/components/tally/apart";
import { BeforeFirst } from "@/components/tally/before-first";
import { Counts } from "@/components/tally/counts";
import { CutOff } from "@/components/tally/cut-off";
import { OfWhich } from "@/components/tally/of-which";
import { Partitions } from "@/components/tally/partitions";
import { number } from "@/lib/i18n/dates";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { DEFAULT_GATE } from "@/lib/opendata/method/schema";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "balances")("figuresTitle")} · Vigilia` };
}

/** The numbers of the balance in force, each beside what it counts and what it does not. */
export default async function Figures({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "balances");
  return safePage({ locale, path: "/cifras" }, async (site) => {
    const content = (await latestBalance())?.content;
    if (!content)
      return (
        <BeforeFirst locale={locale} gate={site?.gate ?? DEFAULT_GATE} next={site?.nextBalance ?? null} />
      );
    return (
      <div className="sheet pt-8">
        <h1>{t("figuresTitle")}</h1>
        <p className="mt-3">{t("figuresIntro")}</p>
        <p className="note mt-2">
          <CutOff locale={locale} at={content.at} />
        </p>
        <section className="entry">
          <h2>{t("defs.held.title")}</h2>
          <p className="figure">{number(locale, content.held.total)}</p>
          <Counts locale={locale} what="held" />
        </section>
        <section className="entry">
          <h2>{t("defs.ofWhich.title")}</h2>
          <OfWhich locale={locale} balance={content} />
          <Counts locale={locale} what="ofWhich" />
        </section>
        <Partitions locale={locale} balance={content} />
        <Counts locale={locale} what="partitions" />
        <p className="mt-3">{t(content.disclosure.cells === "exact" ? "exactWhy" : "atLeastWhy")}</p>
        <Account locale={locale} balance={content} />
        <Counts locale={locale} what="change" />
        <Apart locale={locale} balance={content} />
        <Counts locale={locale} what="apart" />
        <p className="screen-only mt-8">
          <a href={pathTo(locale, `/balances/${content.slug}`)}>{t("fullBalance")}</a>
          <br />
          <a href="/api/v1/tallies">JSON</a> · <a href="/api/v1/tallies.csv">CSV</a>
        </p>
      </div>
    );
  });
}

import type { Metadata } from "next";
import { NotFoundView } from "@/components/shell/not-found-view";
import { Account } from "@/components/tally/account";
import { Apart } from "@/components/tally/apart";
import { Forms } from "@/components/tally/card/forms";
import { Sheet } from "@/components/tally/card/sheet";
import { Cite } from "@/components/tally/cite";
import { ClaimWindows } from "@/components/tally/claim-windows";
import { Headline } from "@/components/tally/headline";
import { OfWhich } from "@/components/tally/of-which";
import { Partitions } from "@/components/tally/partitions";
import { Places } from "@/components/tally/places";
import { Proof } from "@/components/tally/proof";
import { Series } from "@/components/tally/series";
import { Notice } from "@/components/ui/notice";
import { origin } from "@/lib/core/env";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { listFiles } from "@/lib/opendata/balances/files/queries";
import { findBalance, findCorrection, latestBalance } from "@/lib/opendata/balances/queries";
import { figureSubject } from "@/lib/opendata/figures/words/rules";
import { seriesPoints } from "@/lib/opendata/tallies/series/rules";
import { safePage } from "../../safe-page";

const SERIES_SHOWN = 30;

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return { title: `Balance ${slug.slice(0, 13)} · ${translator(localeOf(locale), "common")("name")}` };
}

/**
 * One balance, for ever the same numbers: the total, its parts, the account, places, the series as then known, and the proof. Paper
 * gets the weekly card, on one letter page.
 */
export default async function BalancePage({ params }: Props) {
  const { locale: segment, slug } = await params;
  const locale = localeOf(segment);
  const t = translator(locale, "balances");
  return safePage({ locale, path: `/balances/${slug}` }, async () => {
    const [balance, latest] = await Promise.all([findBalance(slug), latestBalance()]);
    if (!balance) return <NotFoundView locale={locale} />;
    const { content } = balance;
    const total = { n: content.held.total, sense: "exactly" } as const;
    const subject = figureSubject(locale, { name: "held", house: "with", value: total });
    const [files, correction] = await Promise.all([listFiles(balance.id), findCorrection(balance.id)]);
    return (
      <>
        <Sheet locale={locale} balance={balance} site={origin("PUBLIC")} />
        <div className="screen-only">
          <Headline locale={locale} balance={content} />
          <div className="sheet">
            {correction && (
              <Notice>
                <p>
                  {t("correctedBy", { why: correction.why })}{" "}
                  <a href={pathTo(locale, `/balances/${correction.slug}`)}>
                    {t("correctedLink", { slug: correction.slug })}
                  </a>
                </p>
              </Notice>
            )}
            {latest && latest.slug !== balance.slug && (
              <Notice>
                <p>
                  {t("laterExists")} <a href={pathTo(locale, `/balances/${latest.slug}`)}>{t("laterLink")}</a>
                </p>
              </Notice>
            )}
            <div className="with-margin">
              <div>
                <OfWhich locale={locale} balance={content} />
                <Partitions locale={locale} balance={content} />
              </div>
              <div>
                <Account locale={locale} balance={content} whole />
                <Apart locale={locale} balance={content} />
              </div>
            </div>
            <section className="entry">
              <h2>{t("placesTitle")}</h2>
              <p className="note mt-2">{t("placesNote")}</p>
              <Places locale={locale} balance={content} dimension="stateHeld" />
              <Places locale={locale} balance={content} dimension="stateOfDetention" />
            </section>
            <Series locale={locale} points={seriesPoints(content).slice(-SERIES_SHOWN)} here={slug} />
            <ClaimWindows locale={locale} balance={content} />
            <Forms locale={locale} balance={balance} site={origin("PUBLIC")} />
            <Proof locale={locale} balance={balance} files={files} />
            <Cite {...{ locale, balance, subject }} path={`/balances/${slug}`} site={origin("PUBLIC")} />
          </div>
        </div>
      </>
    );
  });
}

import type { Metadata } from "next";
import { FeedLink } from "@/components/shell/feed-link";
import { ChooseBalances } from "@/components/tally/choose-balances";
import { Corrections } from "@/components/tally/corrections";
import { Joined } from "@/components/tally/joined";
import { Series } from "@/components/tally/series";
import { Step } from "@/components/tally/step";
import { Terms } from "@/components/tally/terms";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import { findChanges } from "@/lib/opendata/tallies/changes/queries";
import { changesAddress, changesAskedFor } from "@/lib/opendata/tallies/changes/rules";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "changes")("title")} · Vigilia` };
}

/** Why the number changes: each balance's account, the account between any two, and what is known now of earlier cut-offs. */
export default async function Changes({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "changes");
  const common = translator(locale, "common");
  const asked = changesAskedFor(await searchParams);
  const here = (more: Partial<typeof asked>) =>
    pathTo(locale, `/cambios${changesAddress({ ...asked, ...more })}`);
  return safePage({ locale, path: `/cambios${changesAddress(asked)}` }, async (site) => {
    const found = await findChanges(asked);
    if (!found) {
      return (
        <div className="sheet flow pt-8">
          <h1>{t("beforeTitle")}</h1>
          <p>{t("beforeBody", { gate: site?.gate ?? 50 })}</p>
          <p>{t("intro")}</p>
        </div>
      );
    }
    const { marks, chosen, steps, corrections, series } = found;
    return (
      <div className="sheet pt-8">
        <FeedLink locale={locale} feed="changes" />
        <h1>{t("title")}</h1>
        <p className="mt-3">{t("intro")}</p>
        <p className="mt-3 mb-6">{t("immutable")}</p>
        {marks.length > 1 ? (
          <ChooseBalances locale={locale} marks={marks} from={found.from} to={found.to} />
        ) : (
          <p>{t("onlyFirst")}</p>
        )}
        {chosen === "same" || chosen === "unknown" ? (
          <Notice kind="care">{t(`choose.${chosen}`)}</Notice>
        ) : (
          chosen && <Joined locale={locale} {...chosen} />
        )}
        <section className="entry">
          <h2>{t("steps.title")}</h2>
          {steps.items.map((step, index) => (
            <Step key={step.slug} locale={locale} step={step} open={index === 0 && !asked.steps && !chosen} />
          ))}
          <Pagination
            label={common("pages")}
            first={asked.steps ? { href: here({ steps: undefined }), text: common("first") } : null}
            next={steps.next ? { href: here({ steps: steps.next }), text: t("steps.older") } : null}
          />
        </section>
        <Terms locale={locale} />
        <Series locale={locale} points={series.points}>
          <Pagination
            label={t("restated.title")}
            first={
              asked.cutOffs ? { href: `${here({ cutOffs: undefined })}#series`, text: common("first") } : null
            }
            next={
              series.next
                ? { href: `${here({ cutOffs: series.next })}#series`, text: t("restated.older") }
                : null
            }
          />
          <p className="screen-only mt-4">
            <a href="/api/v1/series.csv?kind=published">{t("restated.csvPublished")}</a>
            <br />
            <a href="/api/v1/series.csv?kind=restated">{t("restated.csvRestated")}</a>
            <br />
            <a href={href(locale, "cambios/atom.xml")}>{t("feed")}</a>
            <br />
            <a href={href(locale, "glosario")}>{t("glossary")}</a>
          </p>
        </Series>
        <Corrections locale={locale} corrections={corrections} />
      </div>
    );
  });
}

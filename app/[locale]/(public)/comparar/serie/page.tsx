import type { Metadata } from "next";
import { claimsDrawingHeight } from "@/components/chart/claims-drawing";
import { ClaimsTable } from "@/components/claim/claims-table";
import { FixedLink, FixedNote } from "@/components/claim/fixed-view";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { localeOf } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import { viewAsked } from "@/lib/opendata/claims/moment/queries";
import { fixedAddress, momentAskedFor } from "@/lib/opendata/claims/moment/rules";
import { listClaims } from "@/lib/opendata/claims/queries";
import { claimsAskedFor } from "@/lib/opendata/claims/rules";
import {
  claimantSeries,
  drawnMeasures,
  measureAsked,
  seriesFinding,
} from "@/lib/opendata/claims/series/rules";
import { safePage } from "../../safe-page";

const EVERYTHING = 20_000;

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "claims")("series.heading")} · Vigilia` };
}

/** What each claimant said over time: a drawing with a panel each, and every figure of it in a table; as known at a moment where one is asked. */
export default async function ClaimsSeries({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const query = await searchParams;
  const { filters: asked, refused } = claimsAskedFor(query);
  const moment = momentAskedFor(query);
  const measure = measureAsked(asked);
  const filters = { ...asked, measure };
  const kept = { known: moment.known ?? null, balance: moment.balance };
  return safePage({ locale, path: `/comparar/serie${fixedAddress(kept, asked)}` }, async () => {
    // Nothing of ours is in this view: it is kept to a moment of the ledger alone.
    const view = { ...(await viewAsked(moment)), balance: null };
    const data = fixedAddress({ known: view.known, balance: undefined }, filters);
    const drawing = (width: 360 | 720) => `${href(locale, "comparar/serie.svg")}${data}&width=${width}`;
    const claims = (await listClaims(filters, undefined, EVERYTHING, view.known))?.items ?? [];
    const series = claimantSeries(claims);
    const height = claimsDrawingHeight(series);
    const finding = seriesFinding(words, series);
    return (
      <div className="sheet flow pt-8">
        <p>
          <a href={href(locale, "comparar")}>{t("page.back")}</a>
        </p>
        <h1>{t("series.heading")}</h1>
        <FixedNote locale={locale} view={view} path="/comparar/serie" asked={filters} />
        <p>{t("series.lead")}</p>
        <search className="screen-only">
          <form action={href(locale, "comparar/serie")} method="get" className="claim-filters">
            {view.known && <input type="hidden" name="known" value={view.known.toISOString()} />}
            <SelectField
              name="measure"
              label={t("page.measure")}
              choices={drawnMeasures.map((value) => ({ value, label: t(`measureShort.${value}`) }))}
              defaultValue={measure}
            />
            <TextField
              name="from"
              label={t("page.from")}
              placeholder="2026-01-08"
              inputMode="numeric"
              defaultValue={asked.from}
            />
            <TextField
              name="to"
              label={t("page.to")}
              placeholder="2026-01-26"
              inputMode="numeric"
              defaultValue={asked.to}
            />
            <Button>{t("page.apply")}</Button>
          </form>
        </search>
        {refused.length > 0 && (
          <Notice kind="care">{t("page.badFilter", { names: refused.join(", ") })}</Notice>
        )}
        {series.length === 0 ? (
          <p>{t("page.none")}</p>
        ) : (
          <>
            <p>{finding}</p>
            <picture>
              <source media="(min-width: 45rem)" srcSet={drawing(720)} width={720} height={height} />
              <img className="chart" src={drawing(360)} alt={finding} width={360} height={height} />
            </picture>
            <p className="note">{t("series.key")}</p>
          </>
        )}
        <ClaimsTable
          locale={locale}
          claims={claims}
          caption={t("series.title", { measure: t(`measureShort.${measure}`) })}
        />
        <FixedLink locale={locale} view={view} path="/comparar/serie" asked={filters} />
        <p className="screen-only">
          <a href={`/api/v1/claims.csv${data}`}>{t("page.download")}</a>
          <br />
          <a href={`/api/v1/claims${data}`}>{t("page.json")}</a>
          <br />
          <a href={drawing(720)}>{t("series.drawing")}</a>
          <br />
          <a href={pathTo(locale, `/comparar${data}`)}>{t("series.list")}</a>
        </p>
      </div>
    );
  });
}

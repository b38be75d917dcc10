import type { Metadata } from "next";
import { BeforeFirst } from "@/components/tally/before-first";
import { SeriesView } from "@/components/tally/figure/series-view";
import { origin } from "@/lib/core/env";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { findSeriesOf } from "@/lib/opendata/figures/queries";
import { seriesAddress } from "@/lib/opendata/figures/series/rules";
import { seriesViewQuery } from "@/lib/opendata/figures/series/schema";
import { DEFAULT_GATE } from "@/lib/opendata/method/schema";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "figures")("series.title")} · Vigilia` };
}

/** The total over time, as published or as known, and what moved between publications. */
export default async function SeriesPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const { kind, balance } = await searchParams;
  const read = seriesViewQuery.safeParse({ ...(kind && { kind }), ...(balance && { balance }) });
  const asked = read.data ?? { kind: "published" as const };
  return safePage({ locale, path: `/serie${seriesAddress(asked)}` }, async (site) => {
    const named = await findSeriesOf(asked.balance);
    const found = named ?? (await findSeriesOf(undefined));
    if (!found)
      return (
        <BeforeFirst locale={locale} gate={site?.gate ?? DEFAULT_GATE} next={site?.nextBalance ?? null} />
      );
    return (
      <SeriesView
        {...{ locale, ...found, asked }}
        ignored={!read.success || named === null}
        site={origin("PUBLIC")}
      />
    );
  });
}

import type { Metadata } from "next";
import { unstable_rethrow } from "next/navigation";
import { BrokenView } from "@/components/shell/broken-view";
import { BalanceEmbed, EmbedFrame, FigureEmbed, Retired } from "@/components/tally/figure/embed-view";
import { origin } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { logFailure } from "@/lib/core/log";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { type EmbedView, embedNamed } from "@/lib/opendata/figures/embeds/rules";
import { findFigureWithBalance } from "@/lib/opendata/figures/queries";
import { figureQuery } from "@/lib/opendata/figures/schema";
import { findSite } from "@/lib/opendata/site/queries";
import { findTally } from "@/lib/opendata/tallies/queries";

interface Props {
  params: Promise<{ locale: string; vista: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Vigilia", robots: { index: false } };

/** A view set into somebody else's page: small, without cookies or programs, and never without its cut-off and the way back. */
export default async function Embed({ params, searchParams }: Props) {
  const { locale: segment, vista } = await params;
  const locale = localeOf(segment);
  const { balance } = await searchParams;
  try {
    const site = await findSite();
    return (
      <EmbedFrame locale={locale} demonstration={site?.demonstration ?? false}>
        {await viewOf(locale, embedNamed(vista), balance)}
      </EmbedFrame>
    );
  } catch (error) {
    unstable_rethrow(error);
    const reference = newId().slice(-8).toUpperCase();
    logFailure("page.broken", error, { zone: "public", digest: reference });
    return (
      <EmbedFrame locale={locale} demonstration={false}>
        <BrokenView locale={locale} reference={reference} />
      </EmbedFrame>
    );
  }
}

async function viewOf(locale: Locale, view: EmbedView | null, wanted: string | string[] | undefined) {
  const site = origin("PUBLIC") ?? "";
  const read = figureQuery.shape.balance.safeParse(wanted);
  if (!view || !read.success) return <Retired locale={locale} site={site} />;
  const frame = { locale, site, fixed: read.data !== undefined };
  if (view.kind === "figure") {
    const found = await findFigureWithBalance(view.name, { balance: read.data, house: "with" });
    if (found) return <FigureEmbed {...frame} figure={found.figure} />;
  } else {
    const found = await findTally({ balance: read.data });
    if (found) return <BalanceEmbed {...frame} balance={found} />;
  }
  return <Retired locale={locale} site={site} early={read.data === undefined} />;
}

import { claimsDrawing } from "@/components/chart/claims-drawing";
import { openRoute, readQuery } from "@/lib/core/answer";
import { localeOf } from "@/lib/i18n/locales";
import { listClaims } from "@/lib/opendata/claims/queries";
import { seriesQuery } from "@/lib/opendata/claims/schema";
import { claimantSeries, measureAsked } from "@/lib/opendata/claims/series/rules";

export const dynamic = "force-dynamic";
const EVERYTHING = 20_000;

/** What each claimant said over time, drawn; the same figures as the table of its page. */
export const GET = openRoute(async (request, { params }: { params: Promise<{ locale: string }> }) => {
  const { width, known, ...filters } = readQuery(request, seriesQuery);
  const measure = measureAsked(filters);
  const page = await listClaims({ ...filters, measure }, undefined, EVERYTHING, known ?? null);
  const series = claimantSeries(page?.items ?? []);
  return {
    shown: claimsDrawing(localeOf((await params).locale), measure, series, width === "360" ? 360 : 720),
    filename: `vigilia-claims-${measure}.svg`,
  };
});

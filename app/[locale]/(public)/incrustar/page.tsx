import type { Metadata } from "next";
import { BeforeFirst } from "@/components/tally/before-first";
import { EmbedBuilder } from "@/components/tally/figure/embed-builder";
import { origin } from "@/lib/core/env";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { embedAskedFor } from "@/lib/opendata/figures/embeds/rules";
import { DEFAULT_GATE } from "@/lib/opendata/method/schema";
import { listMarks } from "@/lib/opendata/tallies/steps/queries";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "figures")("embed.title")} · Vigilia` };
}

/** The line to paste into another page, made by a form that needs no script. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const asked = embedAskedFor(await searchParams, locale);
  return safePage({ locale, path: "/incrustar" }, async (site) => {
    const marks = await listMarks();
    if (marks.length === 0)
      return (
        <BeforeFirst locale={locale} gate={site?.gate ?? DEFAULT_GATE} next={site?.nextBalance ?? null} />
      );
    return <EmbedBuilder {...{ locale, asked, marks }} site={origin("PUBLIC")} />;
  });
}

import type { Metadata } from "next";
import { NotFoundView } from "@/components/shell/not-found-view";
import { BeforeFirst } from "@/components/tally/before-first";
import { FigurePage } from "@/components/tally/figure/figure-page";
import { origin } from "@/lib/core/env";
import { localeOf } from "@/lib/i18n/locales";
import { figureAddress, figureAskedFor, figureNamed } from "@/lib/opendata/figures/addresses/rules";
import { findFigureWithBalance } from "@/lib/opendata/figures/queries";
import { figurePaths } from "@/lib/opendata/figures/schema";
import { figureTitle } from "@/lib/opendata/figures/words/rules";
import { DEFAULT_GATE } from "@/lib/opendata/method/schema";
import { listMarks } from "@/lib/opendata/tallies/steps/queries";
import { safePage } from "../../safe-page";

interface Props {
  params: Promise<{ locale: string; indicador: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, indicador } = await params;
  const name = figureNamed(indicador);
  return { title: name ? `${figureTitle(localeOf(locale), name)} · Vigilia` : "Vigilia" };
}

/** One figure: what it counts before how many, its parts, its history, and every form in which it can be taken away. */
export default async function FigureOfName({ params, searchParams }: Props) {
  const { locale: segment, indicador } = await params;
  const locale = localeOf(segment);
  const { asked, ignored } = figureAskedFor(await searchParams);
  const name = figureNamed(indicador);
  const path = name ? `/${figurePaths[name]}${figureAddress(asked)}` : `/cifras/${indicador}`;
  return safePage({ locale, path }, async (site) => {
    if (!name) return <NotFoundView locale={locale} />;
    const named = await findFigureWithBalance(name, asked);
    const found = named ?? (await findFigureWithBalance(name, { ...asked, balance: undefined }));
    if (!found)
      return (
        <BeforeFirst locale={locale} gate={site?.gate ?? DEFAULT_GATE} next={site?.nextBalance ?? null} />
      );
    const fixed = named !== null && asked.balance !== undefined && asked.known === undefined;
    return (
      <FigurePage
        {...{ locale, ...found, asked, ignored, fixed }}
        unknown={named === null}
        marks={fixed ? [] : await listMarks()}
        site={origin("PUBLIC")}
      />
    );
  });
}

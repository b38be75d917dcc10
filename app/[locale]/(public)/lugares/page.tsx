import type { Metadata } from "next";
import { BeforeFirst } from "@/components/tally/before-first";
import { PlacesView } from "@/components/tally/figure/places-view";
import { origin } from "@/lib/core/env";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { placesAddress } from "@/lib/opendata/figures/places/rules";
import { placesQuery } from "@/lib/opendata/figures/places/schema";
import { DEFAULT_GATE } from "@/lib/opendata/method/schema";
import { findTally } from "@/lib/opendata/tallies/queries";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "figures")("places.title")} · Vigilia` };
}

/** The twenty-five states, as tiles and as a ranked table, by where people are held or where they were detained. */
export default async function Places({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const { by, balance: wanted } = await searchParams;
  const read = placesQuery.safeParse({ ...(by && { by }), ...(wanted && { balance: wanted }) });
  const asked = read.data ?? { by: "stateHeld" as const };
  return safePage({ locale, path: `/lugares${placesAddress(asked)}` }, async (site) => {
    const named = await findTally({ balance: asked.balance });
    const balance = named ?? (await findTally({}));
    if (!balance)
      return (
        <BeforeFirst locale={locale} gate={site?.gate ?? DEFAULT_GATE} next={site?.nextBalance ?? null} />
      );
    return (
      <PlacesView
        {...{ locale, balance, asked }}
        ignored={!read.success || named === null}
        site={origin("PUBLIC")}
      />
    );
  });
}

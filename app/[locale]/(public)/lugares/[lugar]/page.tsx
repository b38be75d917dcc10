import type { Metadata } from "next";
import { NotFoundView } from "@/components/shell/not-found-view";
import { BeforeFirst } from "@/components/tally/before-first";
import { PlaceView } from "@/components/tally/figure/place-view";
import { origin } from "@/lib/core/env";
import { localeOf } from "@/lib/i18n/locales";
import { placeNamed } from "@/lib/opendata/figures/places/rules";
import { placesQuery } from "@/lib/opendata/figures/places/schema";
import { listPlaceMoments } from "@/lib/opendata/figures/queries";
import { DEFAULT_GATE } from "@/lib/opendata/method/schema";
import { findTally } from "@/lib/opendata/tallies/queries";
import { safePage } from "../../safe-page";

const MOMENTS = 30;

interface Props {
  params: Promise<{ locale: string; lugar: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, lugar } = await params;
  const place = placeNamed(lugar);
  return { title: place ? `${place[localeOf(locale)]} · Vigilia` : "Vigilia" };
}

/** One state: what may be said of it, at every balance. */
export default async function PlaceOfName({ params, searchParams }: Props) {
  const { locale: segment, lugar } = await params;
  const locale = localeOf(segment);
  const place = placeNamed(lugar);
  const wanted = placesQuery.shape.balance.safeParse((await searchParams).balance);
  const asked = wanted.success ? wanted.data : undefined;
  const path = `/lugares/${lugar}${asked ? `?balance=${asked}` : ""}`;
  return safePage({ locale, path }, async (site) => {
    if (!place) return <NotFoundView locale={locale} />;
    const balance = (await findTally({ balance: asked })) ?? (await findTally({}));
    if (!balance)
      return (
        <BeforeFirst locale={locale} gate={site?.gate ?? DEFAULT_GATE} next={site?.nextBalance ?? null} />
      );
    const moments = await listPlaceMoments(balance, place.code, MOMENTS);
    return <PlaceView {...{ locale, place, balance, moments }} site={origin("PUBLIC")} />;
  });
}

import type { Metadata } from "next";
import { BeforeFirst } from "@/components/tally/before-first";
import { AllFigures } from "@/components/tally/figure/all-figures";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { DEFAULT_GATE } from "@/lib/opendata/method/schema";
import { safePage } from "../safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${translator(localeOf((await params).locale), "figures")("index.title")} · Vigilia` };
}

/** Every figure of the balance in force, each with a page of its own. */
export default async function Figures({ params }: Props) {
  const locale = localeOf((await params).locale);
  return safePage({ locale, path: "/cifras" }, async (site) => {
    const balance = await latestBalance();
    if (!balance)
      return (
        <BeforeFirst locale={locale} gate={site?.gate ?? DEFAULT_GATE} next={site?.nextBalance ?? null} />
      );
    return <AllFigures locale={locale} balance={balance} />;
  });
}

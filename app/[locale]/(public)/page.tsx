import type { Metadata } from "next";
import { Doors } from "@/components/shell/doors";
import { Account } from "@/components/tally/account";
import { Apart } from "@/components/tally/apart";
import { BeforeFirst } from "@/components/tally/before-first";
import { Headline } from "@/components/tally/headline";
import { OfWhich } from "@/components/tally/of-which";
import { Partitions } from "@/components/tally/partitions";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { latestBalance } from "@/lib/opendata/balances";
import { safePage } from "./safe-page";

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "home")("metaTitle") };
}

/** The face of the registry: the balance in force, or, before the first, why there is none and what others say. */
export default async function Home({ params }: Props) {
  const locale = localeOf((await params).locale);
  return safePage({ locale, path: "/" }, async (site) => {
    const balance = (await latestBalance())?.content;
    return (
      <>
        {balance ? (
          <Headline locale={locale} balance={balance} />
        ) : (
          <BeforeFirst locale={locale} gate={site?.gate ?? 50} next={site?.nextBalance ?? null} />
        )}
        <div className="sheet">
          {balance && (
            <div className="with-margin">
              <div>
                <OfWhich locale={locale} balance={balance} />
                <Partitions locale={locale} balance={balance} />
              </div>
              <div>
                <Account locale={locale} balance={balance} />
                <Apart locale={locale} balance={balance} />
              </div>
            </div>
          )}
          <Doors locale={locale} />
        </div>
      </>
    );
  });
}

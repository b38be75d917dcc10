import type { Metadata } from "next";
import { Doors } from "@/components/shell/doors";
import { Account } from "@/components/tally/account";
import { Apart } from "@/components/tally/apart";
import { BeforeFirst } from "@/components/tally/before-first";
import { Headline } from "@/components/tally/headline";
import { OfWhich } from "@/components/tally/of-which";
import { OthersSay } from "@/components/tally/others-say";
import { Partitions } from "@/components/tally/partitions";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { listClaims } from "@/lib/opendata/claims/queries";
import { authorities } from "@/lib/opendata/claims/schema";
import { DEFAULT_GATE } from "@/lib/opendata/method/schema";
import { safePage } from "./safe-page";

const SHOWN = 3;

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
    const [published, official, latest] = await Promise.all([
      latestBalance(),
      listClaims({ claimant: authorities }, undefined, SHOWN),
      listClaims({}, undefined, 10 * SHOWN),
    ]);
    const balance = published?.content;
    const organisations = (latest?.items ?? []).filter((claim) => claim.claimantKind !== "government");
    return (
      <>
        {balance ? (
          <Headline locale={locale} balance={balance} />
        ) : (
          <BeforeFirst locale={locale} gate={site?.gate ?? DEFAULT_GATE} next={site?.nextBalance ?? null} />
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
          <OthersSay
            locale={locale}
            authorities={official?.items ?? []}
            organisations={organisations.slice(0, SHOWN)}
            alone={!balance}
          />
          <Doors locale={locale} />
        </div>
      </>
    );
  });
}

import type { Metadata } from "next";
import { LatestPair } from "@/components/claim/latest-pair";
import { Doors } from "@/components/shell/doors";
import { Account } from "@/components/tally/account";
import { Apart } from "@/components/tally/apart";
import { BeforeFirst } from "@/components/tally/before-first";
import { Headline } from "@/components/tally/headline";
import { OfWhich } from "@/components/tally/of-which";
import { OthersSay } from "@/components/tally/others-say";
import { Partitions } from "@/components/tally/partitions";
import { Tonight } from "@/components/tally/tonight";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { latestBalance } from "@/lib/opendata/balances/queries";
import { latestPair } from "@/lib/opendata/claims/latest/rules";
import { ownFigure } from "@/lib/opendata/claims/own/rules";
import { aroundClaims, listClaims } from "@/lib/opendata/claims/queries";
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
    const [balance, official, latest] = await Promise.all([
      latestBalance(),
      listClaims({ claimant: authorities }, undefined, 10 * SHOWN),
      listClaims({}, undefined, 10 * SHOWN),
    ]);
    const content = balance?.content;
    const said = official?.items ?? [];
    const organisations = (latest?.items ?? []).filter((claim) => claim.claimantKind !== "government");
    const around = await aroundClaims(said);
    const pair = latestPair(said, around);
    return (
      <>
        {content ? (
          <Headline locale={locale} balance={content} />
        ) : (
          <BeforeFirst locale={locale} gate={site?.gate ?? DEFAULT_GATE} next={site?.nextBalance ?? null} />
        )}
        <div className="sheet">
          {content?.kind === "partial" && <Tonight locale={locale} balance={content} />}
          {content && (
            <div className="with-margin">
              <div>
                <OfWhich locale={locale} balance={content} />
                <Partitions locale={locale} balance={content} />
              </div>
              <div>
                <Account locale={locale} balance={content} />
                <Apart locale={locale} balance={content} />
              </div>
            </div>
          )}
          {pair && (
            <LatestPair
              locale={locale}
              {...pair}
              around={around}
              own={ownFigure(balance, pair.said)}
              coverage={site?.coverage ?? null}
            />
          )}
          <OthersSay
            locale={locale}
            authorities={said.filter(({ id }) => id !== pair?.said.id).slice(0, SHOWN)}
            organisations={organisations.slice(0, SHOWN)}
            alone={!content}
          />
          <Doors locale={locale} />
        </div>
      </>
    );
  });
}

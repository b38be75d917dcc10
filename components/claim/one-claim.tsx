import { DetailsList } from "@/components/ui/details-list";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import type { listAccounts } from "@/lib/opendata/claims/accounts/queries";
import { claimantWords, figure, pairId } from "@/lib/opendata/claims/rules";
import type { OwnFlow, PublishedClaim } from "@/lib/opendata/claims/schema";
import type { Site } from "@/lib/opendata/site/schema";
import { Asides } from "./asides";
import { Beside } from "./beside";
import { FigureWords } from "./figure-words";
import { InAccounts } from "./in-accounts";
import { Ours } from "./ours";
import { saidOf } from "./said";
import { Verdict } from "./verdict";

interface OneClaimProps {
  locale: Locale;
  claim: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
  site: Site | null;
  own: OwnFlow | null;
  /** The accounts of its organisation in which it stands, and their figures. */
  inAccounts: Awaited<ReturnType<typeof listAccounts>>;
}

/** The page of one figure: everything its source says of it, and every figure it may be read beside. */
export function OneClaim({ locale, claim, around, site, own, inAccounts }: OneClaimProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const nearest = around.get(claim.beside[0]?.id ?? "");
  return (
    <div className="sheet flow pt-8">
      <p>
        <a href={href(locale, "comparar")}>{t("page.back")}</a>
      </p>
      <h1>
        <FigureWords locale={locale} claim={claim} /> · {claimantWords(words, claim)}
      </h1>
      <DetailsList rows={saidOf(locale, claim, false, claim.measure === "released_in_period")} />
      {claim.beside.length === 0 ? (
        <p>{t("page.alone")}</p>
      ) : (
        <>
          {nearest && (
            <section>
              <h2>
                <a href={href(locale, "comparar", pairId(claim, nearest))}>
                  {t("page.nearestTitle", {
                    figure: figure(words, nearest),
                    who: claimantWords(words, nearest),
                  })}
                </a>
              </h2>
              <Verdict locale={locale} a={claim} b={nearest} around={around} />
            </section>
          )}
          <Beside locale={locale} claim={claim} around={around} except={nearest?.id} />
        </>
      )}
      <InAccounts locale={locale} claim={claim} {...inAccounts} />
      <Ours locale={locale} claim={claim} site={site} own={own} />
      <Asides locale={locale} claim={claim} around={around} />
      <p className="screen-only">
        <a href={`/api/v1/claims/${claim.id}`}>{t("page.json")}</a>
      </p>
    </div>
  );
}

import { Cite } from "@/components/tally/cite";
import { DetailsList } from "@/components/ui/details-list";
import { origin } from "@/lib/core/env";
import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import type { LedgerView } from "@/lib/opendata/claims/moment/queries";
import { fixedAddress, fixedAt } from "@/lib/opendata/claims/moment/rules";
import { claimantShort, figure, pairId } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { pairSentence } from "@/lib/opendata/press/rules";

interface CitePairProps {
  locale: Locale;
  a: PublishedClaim;
  b: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
  view: LedgerView;
}

/**
 * How to quote a pair: the sentence that is true of it, its caveat, whose figures they are and where they were read, and its address,
 * kept to what is known of the figures of others and to our balance, so that it reads the same for ever.
 */
export function CitePair({ locale, a, b, around, view }: CitePairProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const { text, caveat, path } = pairSentence(locale, a, b, around);
  const { balance } = view;
  const frozen = `${path}${fixedAddress(fixedAt(view))}`;
  const kept = { known: view.known, balance: view.known ? balance?.slug : undefined };
  const id = pairId(a, b);
  const names = (claim: PublishedClaim) => ({
    figure: figure(words, claim),
    claimant: claimantShort(words, claim),
  });
  const [one, other] = [names(a), names(b)];
  const site = origin("PUBLIC");
  return (
    <>
      <section className="entry flow" id="frase">
        <h2>{t("pair.sentence")}</h2>
        <blockquote className="copied">{text}</blockquote>
        <p>
          <b>{t("pair.caveat")}:</b> {caveat}
        </p>
        <DetailsList
          rows={[
            {
              term: t("pair.sources"),
              detail: (
                <ul>
                  {[a, b].map((claim) => (
                    <li key={claim.id}>
                      {t("pair.sourceOne", {
                        ...names(claim),
                        outlet: claim.source.outlet,
                        on: claim.source.publishedOn ? ` (${dayName(locale, claim.source.publishedOn)})` : "",
                      })}
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              term: t("pair.link"),
              detail: (
                <a
                  href={pathTo(locale, frozen)}
                  className="copied"
                >{`${site ?? ""}${pathTo(locale, frozen)}`}</a>
              ),
            },
          ]}
        />
        <p className="note">{t("pair.linkNote")}</p>
        <p className="screen-only">
          <a href={`/api/v1/comparisons.csv${fixedAddress(kept, { id })}`}>{t("pair.csv")}</a> ·{" "}
          <a href={`/api/v1/comparisons/${id}${fixedAddress(kept)}`}>{t("pair.json")}</a> ·{" "}
          <a href={href(locale, "comparar/atom.xml")}>{t("pair.feed")}</a>
          <br />
          <a href={`${href(locale, "metodo")}#domiciliaria`}>{t("pair.method")}</a> ·{" "}
          <a href={`${href(locale, "metodo")}#R9`}>{t("pair.methodCompare")}</a> ·{" "}
          <a href={href(locale, "glosario")}>{t("pair.glossary")}</a>
        </p>
      </section>
      {balance && (
        <Cite
          locale={locale}
          subject={t("pair.subject", {
            a: one.figure,
            claimantA: one.claimant,
            b: other.figure,
            claimantB: other.claimant,
          })}
          balance={balance}
          path={frozen}
          site={site}
        />
      )}
    </>
  );
}

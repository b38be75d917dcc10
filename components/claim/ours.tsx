import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { whyAbsent } from "@/lib/opendata/claims/own/rules";
import { claimantShort, figure, when } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import type { Site } from "@/lib/opendata/site/schema";
import { PairLists } from "./pair-lists";
import { Verdict } from "./verdict";

export interface OwnBeside {
  claim: PublishedClaim;
  /** What a balance of ours says of the very same thing and days. */
  own: PublishedClaim | null;
}

interface OursProps {
  locale: Locale;
  /** The figures of the page, each with ours where there is one. */
  beside: readonly OwnBeside[];
  coverage: Coverage;
}

/** The dates this registry answers for; null while none is declared. */
export type Coverage = Site["coverage"];

/**
 * What this registry itself says of the windows of the figures shown: a published number, judged by the same rule as everybody's,
 * or in so many words that it says nothing and why.
 */
export function Ours({ locale, beside, coverage }: OursProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const found = beside.filter(({ own }) => own !== null);
  const missing = beside.filter(({ own }) => own === null);
  const reasons = new Map(missing.map((one) => [absence(locale, one.claim, coverage), one.claim]));
  return (
    <section className="ours flow" id="registro">
      <h2>{t("page.ours")}</h2>
      {[...reasons].map(([reason, claim]) => (
        <p key={reason}>
          {reasons.size + found.length > 1 && (
            <b>{`${figure(words, claim)} (${claimantShort(words, claim)}): `}</b>
          )}
          {reason}
        </p>
      ))}
      {found.map(
        ({ claim, own }) =>
          own && (
            <div key={claim.id}>
              <PairLists locale={locale} a={claim} b={own} />
              <Verdict locale={locale} a={claim} b={own} around={new Map()} />
            </div>
          ),
      )}
    </section>
  );
}

/** One line of the same, for lists: our number with its days and balance, or why there is none. */
export function OursLine({
  locale,
  claim,
  own,
  coverage,
}: OwnBeside & Pick<OursProps, "locale" | "coverage">) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  if (!own) return <p className="note mt-3">{absence(locale, claim, coverage)}</p>;
  const values = { figure: figure(words, own), when: when(words, own) };
  return (
    <p className="mt-3">
      <b>{t(own.kind === "stock" ? "page.oursLineHeld" : "page.oursLine", values)}</b>{" "}
      <a href={href(locale, "balances", own.source.outlet)}>
        {t("page.ourBalance", { balance: own.source.outlet })}
      </a>
    </p>
  );
}

function absence(locale: Locale, claim: PublishedClaim, coverage: Coverage): string {
  const t = translator(locale, "claims");
  const why = whyAbsent(coverage, claim);
  if (why !== "partly" || !coverage) return t(`page.${sentences[why]}`);
  const { since, until } = coverage;
  return t("page.oursPartly", {
    since: until
      ? t("since.closed", { since: dayName(locale, since), until: dayName(locale, until) })
      : t("since.open", { since: dayName(locale, since) }),
  });
}

const sentences = {
  outside: "oursOutside",
  partly: "oursOutside",
  nothing: "oursNothing",
  inexact: "oursInexact",
  notYet: "oursNotYet",
} as const;

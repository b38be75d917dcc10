import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { isOwn } from "@/lib/opendata/claims/own/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { FigureWords } from "./figure-words";
import { saidOf } from "./said";

interface PairListsProps {
  locale: Locale;
  a: PublishedClaim;
  b: PublishedClaim;
  /** For lists: the few keys that tell a figure, not all of them. */
  short?: boolean;
}

/** Two figures as two lists with the same keys in the same order: one below the other on a phone, level with each other when wide. */
export function PairLists({ locale, a, b, short = false }: PairListsProps) {
  const releases = [a, b].some(({ measure }) => measure === "released_in_period");
  const sides = { locale, short, releases };
  return (
    <div className={short ? "pair short" : "pair"}>
      <Side {...sides} claim={a} />
      <Side {...sides} claim={b} />
    </div>
  );
}

interface SideProps {
  locale: Locale;
  claim: PublishedClaim;
  short: boolean;
  releases: boolean;
}

function Side({ locale, claim, short, releases }: SideProps) {
  const t = translator(locale, "claims");
  const tint = claim.claimantKind === "government" ? "said" : "counted";
  const verified = isOwn(claim) ? "ourVerified" : "verified";
  const how =
    claim.claimantKind === "government" ? "said" : claim.stage === "verified" ? verified : "counted";
  return (
    <div className={`side ${tint}`}>
      <p className="side-figure">
        <span className="side-label">{t(`page.${how}`)}</span> <FigureWords locale={locale} claim={claim} />
      </p>
      <dl>
        {saidOf(locale, claim, short, releases).map(({ key, term, detail }) => (
          <div key={key}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

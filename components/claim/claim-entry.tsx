import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { claimantWords, inOrder, pairId, when } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { Beside } from "./beside";
import { FigureWords } from "./figure-words";
import { type Coverage, OursLine } from "./ours";
import { PairLists } from "./pair-lists";
import { Relations } from "./relations";
import { Source } from "./source";
import { Verdict } from "./verdict";

interface ClaimEntryProps {
  locale: Locale;
  claim: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
  coverage: Coverage;
  /** What the balance in force says of the very same thing and days. */
  own: PublishedClaim | null;
}

/**
 * One figure in the list. What an authority said is opened with the nearest figure of others, level by level; what others said is
 * told in three lines. Then what this registry has to say of it. Whoever stands beside it is a link away.
 */
export function ClaimEntry({ locale, claim, around, coverage, own }: ClaimEntryProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const nearest = claim.claimantKind === "government" ? around.get(claim.beside[0]?.id ?? "") : undefined;
  return (
    <article className="entry claim" id={claim.id}>
      <h2>
        <a href={href(locale, "comparar", claim.id)}>
          <FigureWords locale={locale} claim={claim} /> · {claimantWords(words, claim)}
        </a>
      </h2>
      <p className="note">
        {claim.onDate ? dayName(locale, claim.onDate) : t("page.undated")} ·{" "}
        {t(`measureWords.${claim.measure}`)}
      </p>
      {nearest ? (
        <FullPair locale={locale} claim={claim} other={nearest} around={around} />
      ) : (
        <p>
          {t(`stageShort.${claim.stage}`)}, {when(words, claim)}. {t("page.names")}:{" "}
          {t(`names.${claim.namesPublished}`)}. <q lang="es">{claim.quote}</q>{" "}
          <Source locale={locale} claim={claim} />
        </p>
      )}
      {!nearest && claim.conflicts.length > 0 && (
        <p className="note">
          {t("page.conflictOf", { list: claim.conflicts.map((kind) => t(`conflicts.${kind}`)).join(", ") })}
        </p>
      )}
      <OursLine locale={locale} claim={claim} own={own} coverage={coverage} />
      <Relations locale={locale} claim={claim} around={around} />
      <Beside locale={locale} claim={claim} around={around} except={nearest?.id} />
    </article>
  );
}

type FullPairProps = Pick<ClaimEntryProps, "locale" | "claim" | "around"> & { other: PublishedClaim };

function FullPair({ locale, claim, other, around }: FullPairProps) {
  const t = translator(locale, "claims");
  const [a, b] = inOrder(claim, other);
  return (
    <>
      <PairLists locale={locale} a={a} b={b} short />
      <Verdict locale={locale} a={a} b={b} around={around} />
      <p>
        <a href={href(locale, "comparar", pairId(a, b))}>{t("page.permalink")}</a>
      </p>
    </>
  );
}

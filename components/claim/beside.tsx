import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { claimantWords, pairId, when } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { FigureWords } from "./figure-words";

interface BesideProps {
  locale: Locale;
  claim: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
  /** The pair already shown in full. */
  except?: string | undefined;
}

/** Links to every other figure that stands beside one, each to the page of the two. Nothing when it stands alone. */
export function Beside({ locale, claim, around, except }: BesideProps) {
  const t = translator(locale, "claims");
  const others = claim.beside.flatMap(({ id, because }) => {
    const other = around.get(id);
    return other && id !== except ? [{ other, because }] : [];
  });
  const groups = [
    ["besideTitle", others.filter(({ because }) => because !== "stock_before")],
    ["beforeTitle", others.filter(({ because }) => because === "stock_before")],
  ] as const;
  return groups.map(
    ([title, list]) =>
      list.length > 0 && (
        <div key={title} className="beside">
          <h3>{t(`page.${title}`)}</h3>
          <ul>
            {list.map(({ other }) => (
              <li key={other.id}>
                <OtherFigure locale={locale} claim={claim} other={other} />
              </li>
            ))}
          </ul>
        </div>
      ),
  );
}

function OtherFigure({
  locale,
  claim,
  other,
}: {
  locale: Locale;
  claim: PublishedClaim;
  other: PublishedClaim;
}) {
  const words = wordsOf(locale, "claims");
  return (
    <>
      <a href={href(locale, "comparar", pairId(claim, other))}>
        <FigureWords locale={locale} claim={other} /> · {claimantWords(words, other)}
      </a>{" "}
      <span className="note">{when(words, other)}</span>
    </>
  );
}

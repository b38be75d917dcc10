import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { claimantWords, figure } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";

interface RelationsProps {
  locale: Locale;
  claim: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
}

/** How a figure stands to others by its own sources: what replaced it, what it replaced, repeats, rounds or contradicts. */
export function Relations({ locale, claim, around }: RelationsProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const links = [
    ...(claim.replacedBy ? [["supersededBy", claim.replacedBy] as const] : []),
    ...claim.relations.map(({ relation, target }) => [relation, target] as const),
  ];
  if (links.length === 0) return null;
  return (
    <ul className="note relations">
      {links.map(([relation, id]) => {
        const other = around.get(id);
        return (
          <li key={`${relation} ${id}`}>
            {t(`relations.${relation}`)}{" "}
            {other && (
              <a href={href(locale, "comparar", id)}>
                {figure(words, other)} ({claimantWords(words, other)})
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

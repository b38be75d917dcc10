import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { claimantWords, figure, partsWords } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { Relations } from "./relations";

interface AsidesProps {
  locale: Locale;
  claim: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
}

/** What else the ledger has on one figure: its parts, what of them does not add up, its relations and the note on its source. */
export function Asides({ locale, claim, around }: AsidesProps) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  const parts = partsWords(words, claim);
  const bare = !parts && claim.flags.length === 0 && !claim.note && claim.relations.length === 0;
  if (bare && !claim.replacedBy) return null;
  return (
    <section className="aside">
      <h2>
        <a href={href(locale, "comparar", claim.id)}>
          {figure(words, claim)} · {claimantWords(words, claim)}
        </a>
      </h2>
      {parts && (
        <p>
          {t("page.ofWhich")}: {parts}.
        </p>
      )}
      {claim.flags.length > 0 && (
        <p>
          {t("page.flags")}: {claim.flags.map((flag) => words.say(`partitions.${flag}`)).join("; ")}.
        </p>
      )}
      <Relations locale={locale} claim={claim} around={around} />
      {claim.note && (
        <p className="note">
          {t("page.note")}: <span lang="en">{claim.note}</span>
        </p>
      )}
    </section>
  );
}

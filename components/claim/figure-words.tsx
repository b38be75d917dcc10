import type { Locale } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { figure } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";

/** A figure with its qualifier, struck where its own author replaced it: struck is said, not only drawn. */
export function FigureWords({ locale, claim }: { locale: Locale; claim: PublishedClaim }) {
  const words = wordsOf(locale, "claims");
  const text = figure(words, claim);
  if (!claim.replacedBy) return <>{text}</>;
  return (
    <>
      <s>{text}</s> <span className="replaced">({words.say("page.superseded")})</span>
    </>
  );
}

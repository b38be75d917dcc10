import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { pairId } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { type Coverage, OursLine } from "./ours";
import { PairLists } from "./pair-lists";
import { Verdict } from "./verdict";

interface LatestPairProps {
  locale: Locale;
  said: PublishedClaim;
  other: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
  /** What the balance in force says of the very same thing and days. */
  own: PublishedClaim | null;
  coverage: Coverage;
}

/** The latest figure of an authority beside what others verified: two lists, what sets them apart, what is true, what is ours. */
export function LatestPair({ locale, said, other, around, own, coverage }: LatestPairProps) {
  const t = translator(locale, "home");
  return (
    <section className="entry screen-only">
      <h2>{t("pairTitle")}</h2>
      {said.onDate && <p className="note">{t("pairOf", { day: dayName(locale, said.onDate) })}</p>}
      <PairLists locale={locale} a={said} b={other} short />
      <Verdict locale={locale} a={said} b={other} around={around} />
      <OursLine locale={locale} claim={said} coverage={coverage} own={own} />
      <p className="mt-3">
        <a href={href(locale, "comparar", pairId(said, other))}>{t("pairLink")}</a>
      </p>
    </section>
  );
}

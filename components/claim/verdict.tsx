import type { Locale } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { comparisonWords } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";

interface VerdictProps {
  locale: Locale;
  a: PublishedClaim;
  b: PublishedClaim;
  around: ReadonlyMap<string, PublishedClaim>;
}

/** What two figures allow to be said, always in this order: what sets them apart, the gap or that there is none, what is true. */
export function Verdict({ locale, a, b, around }: VerdictProps) {
  const { opening, items, after, gap, truths } = comparisonWords(wordsOf(locale, "claims"), a, b, around);
  return (
    <div className="notice verdict flow">
      {items.length > 0 && (
        <div>
          <p>{opening}</p>
          <ul>
            {items.map((item, i) => (
              <li key={item}>
                {item}
                {i === items.length - 1 ? "." : ";"}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{after.join(" ")}</p>
      <p>
        <strong>{gap}</strong>
      </p>
      <p>{truths.join(" ")}</p>
    </div>
  );
}

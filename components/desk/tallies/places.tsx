import { placeName } from "@/components/tally/places";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Tally } from "@/lib/tallies/schema";
import { ComparedTable } from "./compared-table";
import { momentWords } from "./moment-words";

interface PlacesProps {
  locale: Locale;
  dimension: "stateHeld" | "stateOfDetention";
  first: Tally;
  second: Tally | null;
}

/** How many in each state, largest first; states with nobody in either answer are not listed, and that is said. */
export function Places({ locale, dimension, first, second }: PlacesProps) {
  const t = translator(locale, "tallies");
  const place = t(`places.${dimension}`);
  const later = (second ?? first).partitions[dimension];
  const lines = Object.entries(first.partitions[dimension])
    .map(([code, n]) => ({ key: code, words: placeName(locale, code), first: n, second: later[code] ?? 0 }))
    .filter((line) => line.first > 0 || line.second > 0)
    .sort((a, b) => b.first - a.first || a.key.localeCompare(b.key));
  if (lines.length === 0) return null;
  return (
    <section className="entry">
      <h3>{place}</h3>
      <ComparedTable
        locale={locale}
        caption={t("placesCaption", { place, at: momentWords(locale, first.at) })}
        head={t("place")}
        lines={lines}
        first={first}
        second={second}
      />
    </section>
  );
}

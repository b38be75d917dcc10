import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

interface CaveatsProps {
  locale: Locale;
  at: string;
  known: readonly string[];
  now: Date;
}

/** What an answer about a moment that has not come is made of: the facts known, and nothing else. */
export function Caveats({ locale, at, known, now }: CaveatsProps) {
  const t = translator(locale, "tallies");
  const future = (moment: string) => new Date(moment) > now;
  return (
    <>
      {future(at) && <p>{t("future")}</p>}
      {known.some(future) && <p>{t("futureKnown")}</p>}
    </>
  );
}

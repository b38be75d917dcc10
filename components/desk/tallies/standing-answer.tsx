import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Standing } from "@/lib/tallies/asking/schema";
import { Caveats } from "./caveats";
import { Freshness } from "./freshness";
import { Lines } from "./lines";
import { momentWords } from "./moment-words";
import { Places } from "./places";
import { Queue } from "./queue";
import { Restricted } from "./restricted";
import { Why } from "./why";

interface StandingAnswerProps {
  locale: Locale;
  standing: Standing;
  now: Date;
}

/** How many were held at one moment as known at one, and at another, why they differ, and what stands beside: one page. */
export function StandingAnswer({ locale, standing, now }: StandingAnswerProps) {
  const t = translator(locale, "tallies");
  const { first, second, difference, knewAnybody } = standing;
  const words = (moment: string) => momentWords(locale, moment);
  const compared = first.known !== second.known;
  const bold = (chunks: React.ReactNode) => <b className="serif num text-2xl">{chunks}</b>;
  return (
    <>
      <section className="entry flow">
        <h2>{t("answerTitle")}</h2>
        <p>
          {t.rich("held", {
            at: words(first.at),
            known: words(first.known),
            n: number(locale, first.held.total),
            b: bold,
          })}
        </p>
        {compared && (
          <p>
            {t.rich("heldAgainst", {
              known: words(second.known),
              n: number(locale, second.held.total),
              b: bold,
            })}
          </p>
        )}
        <Caveats locale={locale} at={first.at} known={[first.known, second.known]} now={now} />
        {!knewAnybody && <p>{t("knewNobody")}</p>}
        <p className="note">{t("method", { version: first.method })}</p>
      </section>
      {compared && (
        <Why
          locale={locale}
          difference={difference}
          first={words(first.known)}
          second={words(second.known)}
        />
      )}
      <Lines locale={locale} first={first} second={compared ? second : null} />
      <Places locale={locale} dimension="stateHeld" first={first} second={compared ? second : null} />
      <Places locale={locale} dimension="stateOfDetention" first={first} second={compared ? second : null} />
      <Freshness locale={locale} freshness={standing.freshness} />
      <Restricted locale={locale} restricted={standing.restricted} />
      <Queue locale={locale} queue={standing.queue} />
    </>
  );
}

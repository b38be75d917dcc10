import type { Locale } from "@/lib/i18n/locales";
import type { Answered } from "@/lib/tallies/asking/commands";
import { SeriesAnswer } from "./series-answer";
import { StandingAnswer } from "./standing-answer";
import { WindowAnswer } from "./window-answer";

interface AnswerProps {
  locale: Locale;
  answered: Answered;
  now: Date;
}

/** The answer to whichever of the three questions was asked. */
export function Answer({ locale, answered, now }: AnswerProps) {
  if (answered.ask === "window") return <WindowAnswer locale={locale} window={answered.answer} now={now} />;
  if (answered.ask === "series") return <SeriesAnswer locale={locale} series={answered.answer} now={now} />;
  return <StandingAnswer locale={locale} standing={answered.answer} now={now} />;
}

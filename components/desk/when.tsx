import { CARACAS } from "@/lib/core/clock";
import { type Locale, tagOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** A day as people write it, in Caracas. */
export function dayText(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: "medium", timeZone: CARACAS }).format(at);
}

/** A moment: day and hour, in Caracas. */
export function momentText(at: Date, locale: Locale): string {
  const format = { dateStyle: "medium", timeStyle: "short", timeZone: CARACAS } as const;
  return new Intl.DateTimeFormat(tagOf(locale), format).format(at);
}

interface Bounds {
  earliest: Date | null;
  earliestByDay: boolean;
  latest: Date | null;
  latestByDay: boolean;
}

/** The bounds of a fact as they were written: one day, a span, one side open, or nothing known. */
export function boundsText(bounds: Bounds, locale: Locale): string {
  const t = translator(locale, "desk");
  const from = bounds.earliest && (bounds.earliestByDay ? dayText : momentText)(bounds.earliest, locale);
  const to =
    bounds.latest &&
    (bounds.latestByDay
      ? dayText(new Date(bounds.latest.getTime() - 1), locale)
      : momentText(bounds.latest, locale));
  if (from && to) return from === to ? from : t("fact.between", { from, to });
  if (from) return t("fact.from", { from });
  return to ? t("fact.until", { to }) : t("fact.undated");
}

const noonOf = (day: string) => new Date(`${day}T16:00:00Z`);

/** Days as ISO days, said no closer than they are known: one day, a month, a year, a span, or one side open. */
export function daysText(earliest: string | null, latest: string | null, locale: Locale): string {
  const year = earliest?.slice(0, 4);
  if (year && earliest === `${year}-01-01` && latest === `${year}-12-31`) return year;
  const isLast = latest !== null && noonOf(latest).getTime() + DAY === noonOf(nextMonth(latest)).getTime();
  if (earliest?.endsWith("-01") && isLast && latest.slice(0, 7) === earliest.slice(0, 7))
    return new Intl.DateTimeFormat(tagOf(locale), {
      month: "long",
      year: "numeric",
      timeZone: CARACAS,
    }).format(noonOf(earliest));
  const t = translator(locale, "desk");
  const [from, to] = [earliest, latest].map((day) => day && dayText(noonOf(day), locale));
  if (from && to) return from === to ? from : t("fact.between", { from, to });
  if (from) return t("fact.from", { from });
  return to ? t("fact.until", { to }) : t("fact.undated");
}

const DAY = 86_400_000;
function nextMonth(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** When what a fact tells of ended or was answered, as bounds like any other. */
export const endOf = (fact: {
  endEarliest: Date | null;
  endEarliestByDay: boolean;
  endLatest: Date | null;
  endLatestByDay: boolean;
}): Bounds => ({
  earliest: fact.endEarliest,
  earliestByDay: fact.endEarliestByDay,
  latest: fact.endLatest,
  latestByDay: fact.endLatestByDay,
});

/** How long ago, in the largest unit that says it: minutes, hours or days. */
export function agoText(at: Date, now: Date, locale: Locale): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  const format = new Intl.RelativeTimeFormat(tagOf(locale), { numeric: "auto" });
  if (minutes > -60) return format.format(minutes, "minute");
  if (minutes > -60 * 48) return format.format(Math.round(minutes / 60), "hour");
  return format.format(Math.round(minutes / 1440), "day");
}

import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { ReportPayload } from "@/lib/intake/schema";

type Told = ReportPayload["detention"]["date"];

/**
 * A date as a family told it, no closer than they did: a year alone stays a year and is never called exact. Null where they told none.
 */
export function toldText(date: Told, locale: Locale): string | null {
  const said = [date, date.until].flatMap((one) => (one?.year ? [partsOf(one)] : [])).join(" – ");
  if (said === "") return null;
  const isPart = date.precision === "exact" && date.day === undefined;
  return isPart ? said : `${said} (${translator(locale, "desk")(`report.precision.${date.precision}`)})`;
}

const partsOf = ({ day, month, year }: Pick<Told, "day" | "month" | "year">) =>
  [day, month, year].filter((part) => part !== undefined).join("/");

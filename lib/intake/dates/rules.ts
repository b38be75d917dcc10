import { precisions, type ReportPayload } from "../schema";
import { numberIn } from "../typed/schema";

type Reported = ReportPayload["detention"]["date"];
type Parts = Pick<Reported, "day" | "month" | "year">;
type Say = (field: string, key: string) => void;

interface DateParts {
  day: string;
  month: string;
  year: string;
  untilDay?: string;
  untilMonth?: string;
  untilYear?: string;
  precision: string;
}

/** A date as far as it is known. Names the one part that must be mended; never asks for more than was offered. */
export function readDate(form: DateParts, today: string, problem: Say): Reported {
  const chosen = precisions.find((known) => known === form.precision);
  const { untilDay = "", untilMonth = "", untilYear = "" } = form;
  const second = { day: untilDay, month: untilMonth, year: untilYear };
  const isBetween = chosen === "between" || (chosen === undefined && isTyped(second));
  if (!isTyped(form) && !(isBetween && isTyped(second))) {
    if (chosen && chosen !== "unknown") problem("year", "date_missing");
    return { precision: "unknown" };
  }
  const names = { day: "day", month: "month", year: "year" };
  const first = readParts(form, today, problem, names);
  if (!isBetween) {
    const precision = chosen === undefined ? "exact" : chosen === "unknown" ? "approximate" : chosen;
    return { ...first, precision };
  }
  const untilNames = { day: "untilDay", month: "untilMonth", year: "untilYear" };
  if (!isTyped(second)) problem("untilYear", "until_missing");
  else {
    const until = readParts(second, today, problem, untilNames);
    if (first.year && until.year && firstDay(first) > lastDay(until)) problem("untilYear", "until_earlier");
    return { ...first, precision: "between", until };
  }
  return { ...first, precision: "between" };
}

/** A date that may still come, such as a hearing: day, month and year, any of them blank but none without the next. */
export function readComing(form: Record<keyof Parts, string>, today: string, problem: Say): Parts | null {
  if (!isTyped(form)) return null;
  const last = `${Number(today.slice(0, 4)) + 3}-12-31`;
  return readParts(form, last, problem, { day: "day", month: "month", year: "year" });
}

const isTyped = ({ day, month, year }: Record<keyof Parts, string>) => Boolean(day || month || year);

function readParts(
  form: Record<keyof Parts, string>,
  last: string,
  problem: Say,
  at: Record<keyof Parts, string>,
): Parts {
  const day = form.day ? numberIn(form.day, 1, 31) : undefined;
  const month = form.month ? monthIn(form.month) : undefined;
  const year = form.year ? yearIn(form.year, last) : undefined;
  if (day === null) problem(at.day, "day_wrong");
  else if (month === null) problem(at.month, "month_wrong");
  else if (year === null) problem(at.year, "year_wrong");
  else if (!year) problem(at.year, "year_missing");
  else if (day && !month) problem(at.month, "month_missing");
  else if (day && month && !isReal(year, month, day)) problem(at.day, "date_unreal");
  else if (iso(year, month ?? 1, day ?? 1) > last) problem(day ? at.day : at.year, "date_future");
  return { ...(day && { day }), ...(month && { month }), ...(year && { year }) };
}

const monthNames = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
const englishNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A month by its number or by its name in either language. */
function monthIn(text: string): number | null {
  const start = text.trim().toLowerCase().slice(0, 3);
  const named = Math.max(monthNames.indexOf(start), englishNames.indexOf(start), start === "set" ? 8 : -1);
  return named >= 0 ? named + 1 : numberIn(text, 1, 12);
}

/** A year from 1999 to the last that can be meant; `26` is 2026. */
function yearIn(text: string, lastDay: string): number | null {
  const last = Number(lastDay.slice(0, 4));
  const typedYear = numberIn(text, 0, last);
  if (typedYear === null) return null;
  const year = typedYear < 100 ? 2000 + typedYear : typedYear;
  return year >= 1999 && year <= last ? year : null;
}

const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
const firstDay = ({ year = 0, month = 1, day = 1 }: Parts) => iso(year, month, day);
const lastDay = ({ year = 0, month = 12, day = 31 }: Parts) => iso(year, month, day);

const isReal = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;

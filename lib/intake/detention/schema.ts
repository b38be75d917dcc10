import { z } from "zod";
import { precisions, type reportedDate, type reportedDetention } from "../schema";
import { numberIn, problemAt, typed } from "../typed/schema";

/**
 * When, where and by whom, as typed. Every part of the date may be left open; `today` (a date in Caracas) is the last
 * day that can have happened.
 */
export const detentionForm = (today: string) =>
  z
    .object({
      day: typed(20),
      month: typed(20),
      year: typed(20),
      precision: typed(20),
      entity: typed(20),
      place: typed(300),
      force: typed(40),
      account: typed(4000),
    })
    .transform((form, ctx): z.input<typeof reportedDetention> => {
      const problem = problemAt(ctx);
      const date = readDate(form, today, problem);
      return {
        date,
        ...(form.entity && { entity: form.entity }),
        ...(form.place && { place: form.place }),
        ...(form.force && form.force !== "unknown" && { forces: [form.force] }),
        ...(form.account && { account: form.account }),
      };
    });

export interface DateParts {
  day: string;
  month: string;
  year: string;
  precision: string;
}

/** A date as far as it is known. Names the one part that must be mended; never asks for more than was offered. */
export function readDate(
  form: DateParts,
  today: string,
  problem: (field: string, key: string) => void,
): z.input<typeof reportedDate> {
  const chosen = precisions.find((known) => known === form.precision);
  if (!form.day && !form.month && !form.year) {
    if (chosen && chosen !== "unknown") problem("year", "date_missing");
    return { precision: "unknown" };
  }
  const day = form.day ? numberIn(form.day, 1, 31) : undefined;
  const month = form.month ? monthIn(form.month) : undefined;
  const year = form.year ? yearIn(form.year, today) : undefined;
  if (day === null) problem("day", "day_wrong");
  else if (month === null) problem("month", "month_wrong");
  else if (year === null) problem("year", "year_wrong");
  else if (!year) problem("year", "year_missing");
  else if (day && !month) problem("month", "month_missing");
  else if (day && month && !isReal(year, month, day)) problem("day", "date_unreal");
  else if (iso(year, month ?? 1, day ?? 1) > today) problem(day ? "day" : "year", "date_future");
  const precision = chosen === undefined ? "exact" : chosen === "unknown" ? "approximate" : chosen;
  return { ...(day && { day }), ...(month && { month }), ...(year && { year }), precision };
}

const monthNames = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
const englishNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A month by its number or by its name in either language. */
function monthIn(text: string): number | null {
  const start = text.trim().toLowerCase().slice(0, 3);
  const named = Math.max(monthNames.indexOf(start), englishNames.indexOf(start), start === "set" ? 8 : -1);
  return named >= 0 ? named + 1 : numberIn(text, 1, 12);
}

/** A year from 1999 to today's; `26` is 2026. */
function yearIn(text: string, today: string): number | null {
  const last = Number(today.slice(0, 4));
  const typedYear = numberIn(text, 0, last);
  if (typedYear === null) return null;
  const year = typedYear < 100 ? 2000 + typedYear : typedYear;
  return year >= 1999 && year <= last ? year : null;
}

const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

const isReal = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;

import { CARACAS, dateInCaracas } from "@/lib/core/clock";
import { type Locale, tagOf } from "./locales";

const formats = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<Locale, Intl.NumberFormat>();

/** Making one costs more than a row of a list: each is made once. */
function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(tagOf(locale), { timeZone: "UTC", ...options });
  formats.set(key, made);
  return made;
}

/** Whole numbers as each language groups them: 15.879 and 15,879. */
export function number(locale: Locale, value: number): string {
  const made = numbers.get(locale) ?? new Intl.NumberFormat(tagOf(locale));
  numbers.set(locale, made);
  return made.format(value);
}

/** `2026-01` as "enero de 2026". */
export const monthName = (locale: Locale, month: string): string =>
  format(locale, { month: "long", year: "numeric" }).format(new Date(`${month}-01T00:00:00Z`));

/** `2026-01-26` as "26 de enero de 2026", with the weekday where a reader plans by it. */
export const dayName = (locale: Locale, date: string, weekday = false): string =>
  format(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    ...(weekday && { weekday: "long" }),
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(/^(lunes|martes|miércoles|jueves|viernes|sábado|domingo),/, "$1");

/** The clock in Caracas: "6:10 p. m.". */
export const clockTime = (locale: Locale, instant: Date): string =>
  format(locale, { hour: "numeric", minute: "2-digit", hour12: true, timeZone: CARACAS }).format(instant);

/** A moment as its day and minute in Caracas: "22 de noviembre de 2026, 6:10 p. m.". */
export const momentName = (locale: Locale, instant: Date): string =>
  `${dayName(locale, dateInCaracas(instant))}, ${clockTime(locale, instant)}`;

/**
 * A cut-off as a day and, inside a day, its hour: midnight that ends the 26th is the close of the 26th, never "the 27th at 0:00".
 */
export function cutOffParts(locale: Locale, instant: Date): { day: string; time: string | null } {
  const before = new Date(instant.getTime() - 1);
  const atClose = dateInCaracas(before) !== dateInCaracas(instant);
  const day = dayName(locale, dateInCaracas(atClose ? before : instant), true);
  return { day, time: atClose ? null : clockTime(locale, instant) };
}

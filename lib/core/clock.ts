import { TZDate } from "@date-fns/tz";

/** The zone of every cut-off and printed hour: UTC−04:30 before 1 May 2016, −04:00 since. */
export const CARACAS = "America/Caracas";

/** Midnight in Caracas that begins the given ISO date (`2026-01-26`), as an instant. */
export function startOfDay(isoDate: string): Date {
  const [year, month, day] = isoDate.split("-").map(Number);
  return new Date(new TZDate(year ?? 0, (month ?? 1) - 1, day ?? 1, CARACAS).getTime());
}

/** Midnight in Caracas that ends the given ISO date: the cut-off "on 26 January" is 27 January 00:00. */
export function endOfDay(isoDate: string): Date {
  const [year, month, day] = isoDate.split("-").map(Number);
  return new Date(new TZDate(year ?? 0, (month ?? 1) - 1, (day ?? 1) + 1, CARACAS).getTime());
}

/** A clock time of an ISO date in Caracas (`06:30` or `06:30:15`), as an instant. */
export function timeOfDay(isoDate: string, clockTime: string): Date {
  const [year, month, day] = isoDate.split("-").map(Number);
  const [hour, minute, second] = clockTime.split(":").map(Number);
  const local = new TZDate(
    year ?? 0,
    (month ?? 1) - 1,
    day ?? 1,
    hour ?? 0,
    minute ?? 0,
    second ?? 0,
    CARACAS,
  );
  return new Date(local.getTime());
}

/** The clock time in Caracas of an instant, `18:30:05`: with its date, an instant again. */
export function clockTimeInCaracas(instant: Date): string {
  const local = new TZDate(instant.getTime(), CARACAS);
  return [local.getHours(), local.getMinutes(), local.getSeconds()]
    .map((n) => String(n).padStart(2, "0"))
    .join(":");
}

/** The same clock time in Caracas so many days later (negative: earlier), also over the half hour of 1 May 2016. */
export function daysLater(instant: Date, days: number): Date {
  const local = new TZDate(instant.getTime(), CARACAS);
  local.setDate(local.getDate() + days);
  return new Date(local.getTime());
}

/** The ISO date (`YYYY-MM-DD`) that an instant falls on in Caracas. */
export function dateInCaracas(instant: Date): string {
  const local = new TZDate(instant.getTime(), CARACAS);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

/** A moment in time, given to every command as its last argument so that no rule ever reads the wall clock. */
export type Clock = () => Date;

export const wallClock: Clock = () => new Date();

/** The minute an instant lies in. No row tells the second at which somebody sat at a phone: not by a time, not by the time inside an id. */
export const minuteOf = (instant: Date): Date => new Date(Math.floor(instant.getTime() / 60_000) * 60_000);

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

/** The ISO date (`YYYY-MM-DD`) that an instant falls on in Caracas. */
export function dateInCaracas(instant: Date): string {
  const local = new TZDate(instant.getTime(), CARACAS);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

/** A moment in time, given to every command as its last argument so that no rule ever reads the wall clock. */
export type Clock = () => Date;

export const wallClock: Clock = () => new Date();

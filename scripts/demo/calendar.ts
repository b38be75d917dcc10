import type { Random } from "./random";

/** Last day of the invented history. */
export const LAST_DAY = "2026-01-26";
/** First day the demonstration registry answers for. */
export const FIRST_DAY = "2024-07-28";

const DAY = 86_400_000;

/** The ISO date `days` after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / DAY);

/** An hour of a day in Caracas, as the registry writes known times. */
export const atHour = (day: string, hour: number, minute = 0): string =>
  `${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00-04:00`;

/** Waves of arrests: from, to, weight. The shape of the period, not its figures. */
const arrestWaves = [
  ["2024-07-29", "2024-08-12", 52],
  ["2024-08-13", "2024-10-31", 9],
  ["2025-01-06", "2025-01-14", 11],
  ["2025-05-19", "2025-05-27", 8],
  ["2024-11-01", "2025-12-31", 17],
  ["2026-01-03", "2026-01-12", 3],
] as const;

export function arrestDay(random: Random): string {
  const [from, to] = random.weighed(arrestWaves.map((wave) => [wave, wave[2]] as const));
  return addDays(from, random.between(0, daysBetween(from, to)));
}

/** Release nights and slow weeks: from, to, weight, and the share that leave with measures. */
const releaseWaves = [
  ["2024-11-16", "2024-11-20", 18],
  ["2024-12-13", "2025-01-03", 22],
  ["2025-03-01", "2025-04-15", 8],
  ["2025-07-18", "2025-07-20", 7],
  ["2025-12-25", "2026-01-01", 12],
  ["2026-01-08", "2026-01-26", 26],
  ["2024-08-20", "2026-01-26", 7],
] as const;

/** A release date after the given day, or null when the draw falls before it and the person stays. */
export function releaseDayAfter(random: Random, day: string): string | null {
  const [from, to] = random.weighed(releaseWaves.map((wave) => [wave, wave[2]] as const));
  const drawn = addDays(from, random.between(0, daysBetween(from, to)));
  return daysBetween(day, drawn) >= 3 && drawn <= LAST_DAY ? drawn : null;
}

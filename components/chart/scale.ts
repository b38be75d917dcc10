import { CARACAS } from "@/lib/core/clock";
import { type Locale, tagOf } from "@/lib/i18n/locales";

/** From numbers to places along a line. */
export type Scale = (value: number) => number;

/** Straight: the first bound lies at the first end, the second at the other. Equal bounds lie in the middle. */
export function straight(low: number, high: number, start: number, end: number): Scale {
  if (low === high) return () => (start + end) / 2;
  return (value) => start + ((value - low) / (high - low)) * (end - start);
}

/** Round numbers from 0 up to at least `most`, about `count` of them: 0, 500, 1000… Never broken ones: these are people. */
export function roundSteps(most: number, count = 4): number[] {
  const raw = Math.max(1, most) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, ([1, 2, 5, 10].find((one) => one * power >= raw) ?? 10) * power);
  const steps = [0];
  while ((steps.at(-1) ?? 0) < most || steps.length < 2) steps.push(steps.length * step);
  return steps;
}

const MONTH = new Intl.DateTimeFormat("en-CA", { timeZone: CARACAS, year: "numeric", month: "2-digit" });

/** First days of months between two moments, at most `most` of them, evenly apart, with their short names. */
export function monthMarks(
  locale: Locale,
  from: number,
  to: number,
  most: number,
): { at: number; name: string }[] {
  const [year = 0, month = 1] = MONTH.format(from).split("-").map(Number);
  const starts: { at: number; month: number; year: number }[] = [];
  for (let n = 1; n < 600; n++) {
    const at = Date.UTC(year, month - 1 + n, 1, 4);
    if (at > to) break;
    starts.push({ at, month: (month - 1 + n) % 12, year: new Date(at).getUTCFullYear() });
  }
  const apart = [1, 2, 3, 6, 12, 24, 60].find((one) => Math.ceil(starts.length / one) <= most) ?? 120;
  const name = new Intl.DateTimeFormat(tagOf(locale), { month: "short", year: "2-digit", timeZone: CARACAS });
  return starts
    .filter(({ month: one, year: of }) => (of * 12 + one) % apart === 0)
    .map(({ at }) => ({ at, name: name.format(at) }));
}

import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { drawing, round, shape, words } from "./draw";
import { monthMarks, roundSteps, straight } from "./scale";

/** `announced`: hatched, nobody verified it. */
export type Fill = "verified" | "other" | "rest" | "announced";
/** Each fill as a class of the drawing's style. */
export const fills: Record<Fill, string> = { verified: "f", other: "g", rest: "o", announced: "h" };

export interface Bars {
  name: string;
  fill: Fill;
  /** Downwards from the line of zero: what leaves, below what comes. */
  below?: boolean;
  values: readonly { at: number; value: number | null }[];
}

interface BarsProps {
  locale: Locale;
  width: 360 | 720;
  title: string;
  finding: string;
  bars: readonly Bars[];
}

const HEIGHT = 240;
const TOP = 30;
const BOTTOM = HEIGHT - 28;

/** Movements, a bar for each publication: what comes above the line, what leaves below it. A window without a number has no bar. */
export function barChart({ locale, width, title, finding, bars }: BarsProps): string {
  const most = (below: boolean) =>
    Math.max(0, ...bars.filter((one) => (one.below ?? false) === below).flatMap(sizes));
  const [up, down] = [most(false), most(true)];
  // One measure for both directions: a few arrivals beside many departures look few.
  const step = roundSteps(Math.max(up, down), down > 0 ? 3 : 4)[1] ?? 1;
  const reach = (most: number) => Math.ceil(most / step);
  const distinct = Array.from({ length: reach(up) + reach(down) + 1 }, (_, n) => (n - reach(down)) * step);
  const times = bars.flatMap(({ values }) => values.map(({ at }) => at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const left = 8 + 7 * Math.max(...distinct.map((level) => number(locale, Math.abs(level)).length));
  const thick = Math.max(
    1.5,
    Math.min(22, (width - left - 24) / Math.max(1, bars[0]?.values.length ?? 1) - 1.5),
  );
  const x = straight(from, to, left + thick / 2 + 2, width - 12 - thick / 2);
  const y = straight(Math.min(...distinct), Math.max(...distinct, 1), BOTTOM, TOP);
  return drawing(
    { locale, width, height: HEIGHT, title, finding },
    ...distinct.map(
      (level) =>
        shape("path", { class: level === 0 ? "a" : "r", d: `M${left} ${round(y(level))}H${width - 12}` }) +
        words(left - 5, y(level) + 4, number(locale, Math.abs(level)), "t", "end"),
    ),
    ...monthMarks(locale, from, to, width === 360 ? 4 : 8).map(({ at, name }) =>
      words(x(at), BOTTOM + 18, name, "t", "middle"),
    ),
    ...bars.map(({ fill, below, values }) =>
      shape("path", {
        class: fills[fill],
        "stroke-width": 0.5,
        d: values
          .map(({ at, value }) => {
            if (!value) return "";
            const level = round(y(below ? -value : value) - y(0));
            return `M${round(x(at) - thick / 2)} ${round(y(0))}v${level}h${round(thick)}v${-level}z`;
          })
          .join(""),
      }),
    ),
    ...key(bars, left),
  );
}

const sizes = ({ values }: Bars): number[] => values.map(({ value }) => value ?? 0);

function key(bars: readonly Bars[], left: number): string[] {
  if (bars.length < 2) return [];
  let at = left;
  return bars.map(({ fill, name }) => {
    const drawn =
      shape("rect", { class: fills[fill], x: at, y: 8, width: 12, height: 10 }) + words(at + 18, 18, name);
    at += 34 + 6.6 * name.length;
    return drawn;
  });
}

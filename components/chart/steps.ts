import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { drawing, round, shape, words } from "./draw";
import { type Mark, marksHeight, numberedMarks } from "./marks";
import { monthMarks, roundSteps, straight } from "./scale";

export interface Line {
  name: string;
  /** `verified`: a full line; `restated`: a broken one. Told apart also in black and white. */
  kind: "verified" | "restated";
  /** In time; null where nothing was published: the line stops there. */
  points: readonly { at: number; value: number | null }[];
}

interface StepsProps {
  locale: Locale;
  width: 360 | 720;
  title: string;
  finding: string;
  lines: readonly Line[];
  /** Where another version of the method begins: numbers before and after are not one series. */
  breaks: readonly { at: number; name: string }[];
  /** What was said meanwhile, by numbers that a list explains. */
  marks?: readonly Mark[];
}

const HEIGHT = 260;
const TOP = 34;
const BOTTOM = HEIGHT - 28;

/**
 * Stocks over time, each number standing until the next one. Nothing published is a gap and not a line across it; from zero, so
 * that a small change looks small; the last number is written beside its line.
 */
export function stepChart({ locale, width, title, finding, lines, breaks, marks = [] }: StepsProps): string {
  const told = lines.flatMap(({ points }) => points).filter(({ value }) => value !== null);
  const times = lines.flatMap(({ points }) => points.map(({ at }) => at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const levels = roundSteps(Math.max(0, ...told.map(({ value }) => value ?? 0)));
  const left = 8 + 7 * number(locale, levels.at(-1) ?? 0).length;
  const x = straight(from, to, left, width - 12);
  const head = Math.max(TOP, marksHeight(marks, x) + 16);
  const y = straight(0, levels.at(-1) ?? 1, BOTTOM, head);
  return drawing(
    { locale, width, height: HEIGHT, title, finding },
    ...numberedMarks(marks, x, BOTTOM),
    ...levels.map(
      (level) =>
        shape("path", { class: level === 0 ? "a" : "r", d: `M${left} ${round(y(level))}H${width - 12}` }) +
        words(left - 5, y(level) + 4, number(locale, level), "t", "end"),
    ),
    ...monthMarks(locale, from, to, width === 360 ? 4 : 8).map(({ at, name }) =>
      words(x(at), BOTTOM + 18, name, "t", "middle"),
    ),
    ...breaks.map(
      ({ at, name }) =>
        shape("path", { class: "b", d: `M${round(x(at))} ${head}V${BOTTOM}` }) +
        words(Math.min(x(at) + 4, width - 80), head + 10, name),
    ),
    ...lines.map(({ kind, points }) =>
      shape("path", { class: kind === "verified" ? "p" : "q", d: stepsThrough(points, x, y) }),
    ),
    ...lastNumbers(locale, lines, x, y),
    ...key(lines, left),
  );
}

/** Across and then up or down; the pen is lifted where nothing is known. A number alone is a short stroke. */
function stepsThrough(points: Line["points"], x: (at: number) => number, y: (n: number) => number): string {
  let down = false;
  return points
    .map(({ at, value }, place) => {
      if (value === null) {
        down = false;
        return "";
      }
      const [left, level] = [round(x(at)), round(y(value))];
      const alone = points[place + 1]?.value == null;
      const stroke = `${down ? `H${left}V${level}` : `M${left} ${level}`}${alone ? "h4" : ""}`;
      down = true;
      return stroke;
    })
    .join("");
}

/** The last number of each line, above one that rises and below one that falls, and not one upon the other. */
function lastNumbers(
  locale: Locale,
  lines: readonly Line[],
  x: (at: number) => number,
  y: (n: number) => number,
): string[] {
  const ends = lines.flatMap(({ points }) => {
    const told = points.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]));
    const last = told.at(-1);
    return last ? [{ ...last, falls: last.value < (told.at(-2)?.value ?? 0) }] : [];
  });
  return ends
    .filter(({ value }, place) => ends.findIndex((one) => one.value === value) === place)
    .map(({ at, value, falls }, place) =>
      words(x(at), y(value) + (falls ? 17 + 13 * place : -7 - 13 * place), number(locale, value), "n", "end"),
    );
}

/** Which line is which, where there are two. */
function key(lines: readonly Line[], left: number): string[] {
  if (lines.length < 2) return [];
  let at = left;
  return lines.map(({ kind, name }) => {
    const drawn =
      shape("path", { class: kind === "verified" ? "p" : "q", d: `M${at} 14h18` }) + words(at + 24, 18, name);
    at += 40 + 6.4 * name.length;
    return drawn;
  });
}

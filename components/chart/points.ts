import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { drawing, round, shape, words } from "./draw";
import { monthMarks, roundSteps, straight } from "./scale";

export interface Panel {
  name: string;
  /** An authority's figures are hatched squares, those of others full ones: told apart also in black and white. */
  official: boolean;
  /** In time. `open`: the number is a least or a most; `replaced`: its own author gave another later. */
  points: readonly { at: number; value: number; replaced: boolean; open: "up" | "down" | null }[];
}

interface PointsProps {
  locale: Locale;
  width: 360 | 720;
  title: string;
  finding: string;
  panels: readonly Panel[];
}

const ROW = 104;
const FOOT = 26;

export const pointsHeight = (panels: number): number => panels * ROW + FOOT;

/**
 * What each of several said over time, a panel each with the same two scales, so that they can be read across and never as one line:
 * points are not joined, because each counts in its own way. The last number of each is written beside it.
 */
export function pointsChart({ locale, width, title, finding, panels }: PointsProps): string {
  const all = panels.flatMap(({ points }) => points);
  const [from, to] = [Math.min(...all.map(({ at }) => at)), Math.max(...all.map(({ at }) => at))];
  const levels = roundSteps(Math.max(0, ...all.map(({ value }) => value)), 2);
  const top = levels.at(-1) ?? 1;
  const left = 8 + 7 * number(locale, top).length;
  const x = straight(from, to, left + 5, width - 14);
  const height = pointsHeight(panels.length);
  return drawing(
    { locale, width, height, title, finding },
    ...panels.flatMap(({ name, official, points }, place) => {
      const [head, foot] = [place * ROW + 26, place * ROW + ROW - 6];
      const y = straight(0, top, foot, head);
      const last = points.at(-1);
      return [
        words(left, place * ROW + 14, name, "n"),
        ...levels.map(
          (level) =>
            shape("path", { class: level === 0 ? "a" : "r", d: `M${left} ${round(y(level))}H${width - 8}` }) +
            words(left - 5, y(level) + 4, number(locale, level), "t", "end"),
        ),
        ...points.map(({ at, value, replaced, open }) => mark(x(at), y(value), { official, replaced, open })),
        last ? words(x(last.at) + 4, y(last.value) - 8, number(locale, last.value), "n", "end") : "",
      ];
    }),
    ...(all.length > 0
      ? monthMarks(locale, from, to, width === 360 ? 4 : 8).map(({ at, name }) =>
          words(x(at), height - 8, name, "t", "middle"),
        )
      : []),
  );
}

interface Mark {
  official: boolean;
  replaced: boolean;
  open: "up" | "down" | null;
}

/** A square; empty where its author replaced it; with a stroke to the side on which the true number may lie. */
function mark(x: number, y: number, { official, replaced, open }: Mark): string {
  const square = shape("rect", {
    class: replaced ? "o" : official ? "h" : "f",
    x: x - 3.5,
    y: y - 3.5,
    width: 7,
    height: 7,
  });
  if (!open) return square;
  const [start, way] = open === "up" ? [y - 3.5, "v-6"] : [y + 3.5, "v6"];
  return shape("path", { class: "a", d: `M${round(x)} ${round(start)}${way}` }) + square;
}

import { shape, words } from "./draw";
import type { Scale } from "./scale";

/** Something that happened or was said beside a line: a number, explained in a list under the drawing. */
export interface Mark {
  at: number;
  label: string;
}

const ROW = 16;
const APART = 15;

/** In which row each mark has room. */
function rowsOf(marks: readonly Mark[], x: Scale): number[] {
  const ends: number[] = [];
  return marks.map(({ at }) => {
    const free = ends.findIndex((end) => x(at) - end >= APART);
    const row = free === -1 ? ends.length : free;
    ends[row] = x(at);
    return row;
  });
}

/** How much room the marks take above a drawing. */
export const marksHeight = (marks: readonly Mark[], x: Scale): number =>
  marks.length === 0 ? 0 : ROW * (1 + Math.max(...rowsOf(marks, x)));

/** Numbered marks above a drawing, each with a thread down to its day; of two too near each other one stands a row lower. */
export function numberedMarks(marks: readonly Mark[], x: Scale, bottom: number): string[] {
  const rows = rowsOf(marks, x);
  const threads = marks.map(({ at }, place) =>
    shape("path", { class: "b", d: `M${Math.round(x(at))} ${ROW * (rows[place] ?? 0) + 15}V${bottom}` }),
  );
  const numbers = marks.map(({ at, label }, place) => {
    const top = ROW * (rows[place] ?? 0) + 1;
    return (
      shape("rect", { class: "o", x: x(at) - 7, y: top, width: 14, height: 14 }) +
      words(x(at), top + 11, label, "t", "middle")
    );
  });
  return [...threads, ...numbers];
}

import { desk } from "@/lib/db/desk";

/** What was measured of one thing at one size; `bound` is what it must keep, whatever the size. */
export interface Figure {
  what: string;
  unit: "ms" | "s" | "/s" | "MB" | "%" | "KB" | "×" | "requests" | "px";
  p50: number;
  p95: number;
  bound?: { most: number } | { least: number };
  /** Median of a plain count(*) of the derived table, taken around this figure: what the machine did meanwhile shows in both. */
  plain?: number;
}

interface Spread {
  p50: number;
  p95: number;
}

/** Runs it so many times and answers the spread in milliseconds. */
export async function timed(times: number, run: (n: number) => Promise<unknown>): Promise<Spread> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const begun = performance.now();
    await run(n);
    taken.push(performance.now() - begun);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Median of a plain count of the derived table, in milliseconds. */
const plainCount = async (): Promise<number> =>
  (await timed(3, () => desk().$queryRaw`SELECT count(*) FROM registry.custody_intervals`)).p50;

/** One figure in milliseconds, with the plain count beside it. */
export async function figure(
  what: string,
  times: number,
  run: (n: number) => Promise<unknown>,
  most?: number,
): Promise<Figure> {
  const before = await plainCount();
  const spread = await timed(times, run);
  const plain = (before + (await plainCount())) / 2;
  return { what, unit: "ms", ...spread, plain, ...(most === undefined ? {} : { bound: { most } }) };
}

export function keeps({ bound, p95 }: Figure): boolean {
  if (!bound) return true;
  return "most" in bound ? p95 <= bound.most : p95 >= bound.least;
}

const shown = (value: number, unit: Figure["unit"]) =>
  unit === "/s"
    ? `${Math.round(value)}/s`
    : `${value.toFixed(unit === "×" ? 2 : unit === "requests" || value >= 100 ? 0 : 1)} ${unit}`;

/** One line: the spread, how it compares with the plain count, the bound and whether it holds. */
export function told(one: Figure): string {
  const { what, unit, p50, p95, bound, plain } = one;
  const spread = p50 === p95 ? shown(p95, unit) : `p50 ${shown(p50, unit)}, p95 ${shown(p95, unit)}`;
  const beside = plain ? `, ${(p50 / plain).toFixed(2)} × plain count` : "";
  const limit = bound && ("most" in bound ? `≤ ${bound.most}` : `≥ ${bound.least}`);
  const verdict = bound ? `  ${keeps(one) ? "PASS" : "FAIL"} (${limit} ${unit})` : "";
  return `  ${what.padEnd(46)} ${spread}${beside}${verdict}`;
}

/** How each figure grew from one size to the next, beside the growth of the registry itself. */
export function growth(sizes: { size: number; figures: Figure[] }[]): string[] {
  return sizes.slice(1).flatMap(({ size, figures }, index) => {
    const before = sizes[index];
    if (!before) return [];
    const lines = figures.flatMap((one) => {
      const small = before.figures.find(({ what }) => what === one.what);
      return small ? [`  ${one.what.padEnd(46)} × ${(one.p50 / small.p50).toFixed(2)}`] : [];
    });
    return [`\nfrom ${before.size} to ${size} people, × ${(size / before.size).toFixed(0)}`, ...lines];
  });
}

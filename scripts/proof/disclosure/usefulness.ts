import { history, publish, seeded } from "./history";
import { printedTwo, usefulPartitions } from "./trial";

/** How many populations of each size are published, to see how often they print. */
const POPULATIONS = 100;
export const sizes = [100, 200, 400, 800] as const;

/** By size and partition, the share of weekly balances that print at least two cells; a new drawing of shortfalls each time. */
export function usefulness(weeks: number): Record<number, Record<string, number>> {
  return Object.fromEntries(
    sizes.map((size) => {
      const counts: Record<string, number> = {};
      let balances = 0;
      for (let n = 0; n < POPULATIONS; n++) {
        const random = seeded(1_000_000 + size * 1000 + n);
        const setting = {
          size,
          namedShare: 0.15 + 0.35 * random(),
          churn: 0.02 * random(),
          naming: 0.02 * random(),
          rest: 0.05 * random(),
          lesser: {},
          planted: 0,
        };
        const { moments } = history(setting, weeks, random);
        const two = printedTwo(moments, publish(moments, random));
        balances += moments.filter((moment) => moment.weekly).length;
        for (const name of usefulPartitions) counts[name] = (counts[name] ?? 0) + (two[name] ?? 0);
      }
      return [size, Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, n / balances]))];
    }),
  );
}

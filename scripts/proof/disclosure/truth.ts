import { partitionNames, placeDimensions } from "@/lib/balances/disclosure/schema";
import { ofWhichLines } from "@/lib/balances/schema";
import type { Moment, Published } from "./history";
import { unnamed } from "./sights";

/** What was printed and is not so: a number above the truth, a ceiling not above it, a partition that does not sum. */
export function untruths(moments: Moment[], published: Published): string[] {
  return moments.flatMap(({ exact }, t) => {
    const tally = published.printed[t];
    if (!tally) return [`moment ${t} printed nothing`];
    const found: string[] = [];
    const claim = (holds: boolean, what: string) => {
      if (!holds) found.push(`moment ${t}: ${what}`);
    };
    for (const name of partitionNames) {
      const { othersOrUnknown, ...cells } = tally.partitions[name] ?? { othersOrUnknown: exact.held.total };
      const said = Object.entries(cells) as [string, number][];
      for (const [cell, value] of said)
        claim(value <= (exact.partitions[name][cell]?.total ?? 0), `${name}.${cell} says ${value}`);
      const sum = said.reduce((all, [, value]) => all + value, othersOrUnknown);
      claim(sum === exact.held.total && othersOrUnknown >= 0, `${name} sums to ${sum}`);
    }
    for (const line of ofWhichLines) {
      const said = tally.held.ofWhich[line];
      const truth = exact.ofWhich[line].total;
      claim(typeof said === "number" ? said <= truth : said.lessThan > truth, `${line} against ${truth}`);
    }
    const lately = tally.confirmed?.held;
    const fresh = exact.freshness.lately.total;
    if (lately !== undefined)
      claim(
        typeof lately === "number" ? lately <= fresh : lately.lessThan > fresh,
        `confirmed against ${fresh}`,
      );
    for (const name of placeDimensions)
      for (const [code, said] of Object.entries(tally.partitions[name])) {
        const cell = exact.places[name][code];
        claim(cell !== undefined && said.named === cell.named, `${name}.${code} names ${said.named}`);
        claim(
          cell !== undefined && said.unnamedAtLeast <= unnamed(cell),
          `${name}.${code} says ${said.unnamedAtLeast}`,
        );
      }
    return found;
  });
}

import type { AnsweredWindow, Standing } from "@/lib/tallies/asking/schema";
import type { Freshness } from "@/lib/tallies/freshness/schema";
import type { Queue, Waiting } from "@/lib/tallies/queue/schema";
import type { Restricted } from "@/lib/tallies/restricted/schema";
import type { Tally } from "@/lib/tallies/schema";
import type { Series } from "@/lib/tallies/series/schema";

const line = (name: string, value: number | string) => `  ${name.padEnd(28)}${String(value).padStart(8)}`;
const signed = (n: number) => (n > 0 ? `+${n}` : n);
const asOf = ({ at, known, method }: { at: string; known: string; method: string }) =>
  `at ${at}, as known at ${known} (method ${method})`;

export function tallyText(tally: Tally): string {
  const rows = [
    `Held ${asOf(tally)}: ${tally.held.total}`,
    "of which",
    ...Object.entries(tally.held.ofWhich).map(([name, n]) => line(name, n)),
  ];
  for (const [partition, cells] of Object.entries(tally.partitions)) {
    rows.push(partition, ...Object.entries(cells).flatMap(([cell, n]) => (n > 0 ? [line(cell, n)] : [])));
  }
  rows.push(
    "beside, never added",
    line("restricted", tally.restricted.total),
    line("shortDetentions", tally.shortDetentions),
    line("pending", tally.pending.total),
  );
  return rows.join("\n");
}

/** The two numbers and what lies between them; the rest of the answer is in the JSON and the CSV. */
export function standingText({ first, second, difference, knewAnybody }: Standing): string {
  const moved = Object.entries(difference.terms).filter(([, n]) => n !== 0);
  return [
    `Held ${asOf(first)}: ${first.held.total}`,
    `Held ${asOf(second)}: ${second.held.total}`,
    ...(knewAnybody ? [] : ["The registry knew of nobody by the first of the two."]),
    moved.length === 0 ? "Nothing that counts here was learned in between." : "learned in between",
    ...moved.map(([term, n]) => line(term, signed(n))),
    line("residual", difference.residual),
  ].join("\n");
}

export function windowText(window: AnsweredWindow): string {
  const { from, to, knownFrom, knownTo, method, flows, reconciliation } = window;
  const { releases, ...events } = flows;
  return [
    `From ${from} (as known at ${knownFrom}) to ${to} (as known at ${knownTo}), method ${method}`,
    ...Object.entries(events).map(([name, n]) => line(name, n)),
    ...Object.entries(releases).map(([name, n]) => line(`releases: ${name}`, n)),
    line("opening", reconciliation.opening),
    ...Object.entries(reconciliation.terms).map(([name, n]) => line(name, signed(n))),
    line("closing", reconciliation.closing),
    line("residual", reconciliation.residual),
  ].join("\n");
}

export const seriesText = ({ kind, method, items }: Series): string =>
  [
    `Held, ${kind === "asThen" ? "each cut-off as known at itself" : "restated"} (method ${method})`,
    ...items.map(({ at, known, held }) => `${at} as known at ${known} ${held}`),
  ].join("\n");

export function queueText(queue: Queue): string {
  const stage = (name: string, waiting: Waiting | null) => {
    if (!waiting)
      return [line(name, "-"), "    not kept for the past: reports have no history of their stages"];
    const ages = waiting.ages.map(({ upTo, count }) => `${upTo === null ? "more" : `≤${upTo}d`} ${count}`);
    const median = waiting.medianDays === null ? "none waits" : `median ${waiting.medianDays} days`;
    return [line(name, waiting.total), `    ${median}; ${ages.join(", ")}`];
  };
  return [
    `Waiting to be evaluated ${asOf(queue)}; never added to the total`,
    ...Object.entries(queue.stages).flatMap(([name, waiting]) => stage(name, waiting)),
  ].join("\n");
}

export const freshnessText = (fresh: Freshness): string =>
  [
    `Held ${asOf(fresh)}: ${fresh.held}`,
    ...fresh.within.flatMap(({ days, confirmed, withContact }) => [
      line(`confirmed in ${days} days`, `${confirmed} of ${fresh.held}`),
      line(`with contact in ${days} days`, `${withContact} of ${fresh.held}`),
    ]),
  ].join("\n");

export const restrictedText = (stock: Restricted): string =>
  [
    `Outside, under measures, ${asOf(stock)}: ${stock.total}`,
    line("released under measures", stock.releasedWithMeasures),
    line("no measure recorded", stock.noMeasureRecorded),
    "measures (one person may be under several)",
    ...Object.entries(stock.measures).map(([code, n]) => line(code, n)),
  ].join("\n");

import type { AnsweredWindow, Standing } from "../asking/schema";
import type { Freshness } from "../freshness/schema";
import type { Queue } from "../queue/schema";
import type { Restricted } from "../restricted/schema";
import type { Tally } from "../schema";
import type { Series } from "../series/schema";

type Cells = Record<string, number>;
export type Row = Record<string, string | number>;

/** Of a count at one moment: every row says at, known and method (R13). */
const counted =
  ({ at, known, method }: { at: string; known: string; method: string }) =>
  (dimension: string, cells: Cells): Row[] =>
    Object.entries(cells).map(([cell, value]) => ({ at, known, method, dimension, cell, value }));

/** A tally as rows for a spreadsheet, one number a row, empty cells as 0. */
export function tallyRows(tally: Tally): Row[] {
  const rows = counted(tally);
  return [
    ...rows("held", { total: tally.held.total }),
    ...rows("ofWhich", tally.held.ofWhich),
    ...Object.entries(tally.partitions).flatMap(([partition, cells]) => rows(partition, cells)),
    ...rows("beside", {
      restricted: tally.restricted.total,
      shortDetentions: tally.shortDetentions,
      pending: tally.pending.total,
    }),
  ];
}

/** How recent the confirmations are, as rows. */
export function freshnessRows(fresh: Freshness): Row[] {
  return [
    ...counted(fresh)("freshness.held", { total: fresh.held }),
    ...fresh.within.flatMap(({ days, confirmed, withContact }) =>
      counted(fresh)(`freshness.${days}d`, { confirmed, withContact }),
    ),
  ];
}

/** What waits, as rows; a stage of which the past is not kept has none. */
export function queueRows(waits: Queue): Row[] {
  return Object.entries(waits.stages).flatMap(([stage, waiting]) => {
    if (!waiting) return [];
    const longest = waiting.ages.at(-2)?.upTo ?? 0;
    const median: Cells = waiting.medianDays === null ? {} : { medianDays: waiting.medianDays };
    const ages = waiting.ages.map(({ upTo, count }) => [
      upTo === null ? `over${longest}d` : `upTo${upTo}d`,
      count,
    ]);
    return counted(waits)(`queue.${stage}`, { total: waiting.total, ...median, ...Object.fromEntries(ages) });
  });
}

/** The stock of restricted liberty, as rows. */
export function restrictedRows(stock: Restricted): Row[] {
  const { total, releasedWithMeasures, noMeasureRecorded, measures } = stock;
  return [
    ...counted(stock)("restricted", { total, releasedWithMeasures, noMeasureRecorded }),
    ...counted(stock)("restricted.measure", measures),
  ];
}

/** One moment as known at two, why they differ, and what stands beside. */
export function standingRows({ first, second, difference, freshness, queue, restricted }: Standing): Row[] {
  const { opening, terms, closing, residual } = difference;
  return [
    ...tallyRows(first),
    ...(first.known === second.known ? [] : tallyRows(second)),
    ...counted(second)(`difference since ${first.known}`, { opening, ...terms, closing, residual }),
    ...freshnessRows(freshness),
    ...queueRows(queue),
    ...restrictedRows(restricted),
  ];
}

/** A window as rows: flows, then the account; every row says both ends and how each was known. */
export function windowRows({
  from,
  to,
  knownFrom,
  knownTo,
  method,
  flows,
  reconciliation,
}: AnsweredWindow): Row[] {
  const rows = (dimension: string, cells: Cells) =>
    Object.entries(cells).map(([cell, value]) => ({
      from,
      to,
      known_from: knownFrom,
      known_to: knownTo,
      method,
      dimension,
      cell,
      value,
    }));
  const { releases, ...events } = flows;
  const { opening, terms, closing, residual } = reconciliation;
  return [
    ...rows("flows", events),
    ...rows("flows.releases", releases),
    ...rows("reconciliation", { opening, ...terms, closing, residual }),
  ];
}

/** A series as rows. */
export const seriesRows = ({ items, kind, method }: Series): Row[] =>
  items.map(({ at, known, held }) => ({ at, known, method, kind, held }));

import type { Tx } from "@/lib/db/connect";
import { Prisma } from "@/lib/db/sql";
import {
  method,
  type OfWhich,
  ofWhichLines,
  type Partition,
  partitionCells,
  partitions,
  type Tally,
} from "./schema";

/** Column of `custody_intervals` behind each partition and each of-which line. */
const columns: Record<Partition, string> = {
  sex: "sex",
  civilMilitary: "civil_military",
  ageGroup: "age_group",
  convicted: "convicted",
  nationality: "nationality",
  whereabouts: "whereabouts",
  stateOfDetention: "state_of_detention",
  stateHeld: "state_held",
};
const flags: Record<OfWhich, string> = {
  whereaboutsUnknown: "whereabouts_unknown",
  houseArrest: "house_arrest",
  releaseOrderedNotExecuted: "release_ordered",
  sentenceServed: "sentence_served",
  amnestied: "amnestied",
};
const dimensions = [...partitions.map((name) => columns[name]), ...ofWhichLines.map((line) => flags[line])];

type Group = Record<string, string | boolean> & { n: number };

/**
 * The stock at one moment as known at another, with every partition and of-which line (R2, R4): exact, without disclosure
 * control, so never for the public. Answered from the derived intervals alone, in one pass.
 */
export async function tally(tx: Tx, at: Date, known: Date): Promise<Tally> {
  const list = Prisma.raw(dimensions.join(", "));
  const groups = await tx.$queryRaw<Group[]>`
    SELECT ${list}, count(*)::int AS n FROM registry.custody_intervals
    WHERE counted AND during @> ${at}::timestamptz AND known @> ${known}::timestamptz GROUP BY ${list}`;
  const [beside] = await tx.$queryRaw<{ restricted: number; short: number; pending: number }[]>`
    SELECT
      (SELECT count(*)::int FROM registry.custody_intervals
        WHERE restricted AND during @> ${at}::timestamptz AND known @> ${known}::timestamptz) AS restricted,
      (SELECT count(*)::int FROM registry.stays
        WHERE counted AND short AND exit < ${at}::timestamptz AND known @> ${known}::timestamptz) AS short,
      (SELECT count(*)::int FROM registry.pending_intervals WHERE known @> ${known}::timestamptz) AS pending`;
  return {
    at: at.toISOString(),
    known: known.toISOString(),
    method: method.version,
    held: {
      total: groups.reduce((sum, group) => sum + group.n, 0),
      ofWhich: fromNames(ofWhichLines, (line) => countWhere(groups, (group) => group[flags[line]] === true)),
    },
    partitions: fromNames(partitions, (name) =>
      fromNames(partitionCells[name], (cell) => countWhere(groups, (group) => group[columns[name]] === cell)),
    ),
    restricted: { total: beside?.restricted ?? 0 },
    shortDetentions: beside?.short ?? 0,
    pending: { total: beside?.pending ?? 0 },
  };
}

const countWhere = (groups: readonly Group[], belongs: (group: Group) => boolean): number =>
  groups.reduce((sum, group) => (belongs(group) ? sum + group.n : sum), 0);

function fromNames<Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}

/** How many are held, alone: for the opening and closing of a window and for long series. */
export async function heldTotal(tx: Tx, at: Date, known: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM registry.custody_intervals
    WHERE counted AND during @> ${at}::timestamptz AND known @> ${known}::timestamptz`;
  return row?.n ?? 0;
}

/** The restated series: held at each moment, all as known at one, in the order asked. */
export async function series(
  tx: Tx,
  moments: readonly Date[],
  known: Date,
): Promise<{ at: string; held: number }[]> {
  const rows = await tx.$queryRaw<{ at: Date; held: number }[]>`
    SELECT m.at, (SELECT count(*)::int FROM registry.custody_intervals
      WHERE counted AND during @> m.at AND known @> ${known}::timestamptz) AS held
    FROM unnest(${moments as Date[]}::timestamptz[]) WITH ORDINALITY AS m(at, place) ORDER BY m.place`;
  return rows.map(({ at, held }) => ({ at: at.toISOString(), held }));
}

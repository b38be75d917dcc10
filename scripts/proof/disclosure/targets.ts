import {
  type ExactCells,
  FLOOR,
  layout,
  type OfWhichName,
  REMAINDER,
  STEPS,
} from "@/lib/balances/disclosure/schema";
import { type PartitionName, type PrintedTally, partitionCells } from "@/lib/balances/schema";
import type { Says, Target } from "./attack";
import type { Moment } from "./population";

/** Everything rule 1.0 printed about one partition. Why a cell is missing is told to the attacker, which only makes him stronger. */
export function partitionTarget(name: PartitionName, moments: Moment[], printed: PrintedTally[]): Target {
  const keys = partitionCells[name].map((cell) => `${name}.${cell}`);
  const { main, others } = layout[name];
  const secrets: Target["secrets"] = { [`${name}.${main}`]: [0, 54] };
  for (const cell of others) secrets[`${name}.${cell}`] = [0, 9];
  const says = printed.map(
    (tally, t): Says =>
      (U, S) => {
        const cells = moments[t]?.exact.partitions[name] ?? {};
        const shown = (tally.partitions[name] ?? {}) as Record<string, number | undefined>;
        if (tally.disclosure.cells === "exact") return keys.map((key) => `${U(key)} = 0`);
        const hidden = [main, ...others].filter((cell) => shown[cell] === undefined);
        const rows = [main, ...others]
          .filter((cell) => !hidden.includes(cell))
          .map((cell) => {
            const key = `${name}.${cell}`;
            return `${U(key)} - ${S(key)} = ${(shown[cell] ?? 0) - (cells[cell]?.named ?? 0)}`;
          });
        if (tally.partitions[name] !== null || hidden.length < 1 + others.length) {
          // Others that are missing were below the floor; a missing main cell was too, or its printing left too little.
          for (const cell of hidden)
            if (cell !== main) rows.push(`${U(`${name}.${cell}`)} - ${S(`${name}.${cell}`)} <= ${FLOOR - 1}`);
        }
        return rows;
      },
  );
  return { keys, says, secrets, moved, truth: (moment, key) => cellOf(moment.exact, key) };
}

/** One of-which line against everybody else. */
export function lineTarget(line: OfWhichName, moments: Moment[], printed: PrintedTally[]): Target {
  const key = line === "whereaboutsUnknown" ? "whereabouts.unknown" : `ofWhich.${line}`;
  const says = printed.map(
    (tally, t): Says =>
      (U, S) => {
        const moment = moments[t]?.exact;
        const said = tally.held.ofWhich[line];
        if (!moment) return [];
        if (tally.disclosure.cells === "exact") return [`${U(key)} = 0`];
        if (typeof said === "number") return [`${U(key)} - ${S(key)} = ${said - moment.ofWhich[line].named}`];
        const nearAll = said.lessThan > moment.held.total;
        return [
          `${U(key)} - ${S(key)} ${nearAll ? ">=" : "<="} ${nearAll ? moment.held.total - moment.held.named - REMAINDER + 1 : FLOOR - 1}`,
        ];
      },
  );
  return {
    keys: [key, "everybody.else"],
    says,
    secrets: { [key]: [0, 9] },
    moved: (moment, cell) =>
      cell === key ? moved(moment, key) : moved(moment, "everybody") - moved(moment, key),
    truth: (moment, cell) =>
      cell === key
        ? moment.exact.ofWhich[line]
        : {
            total: moment.exact.held.total - moment.exact.ofWhich[line].total,
            named: moment.exact.held.named - moment.exact.ofWhich[line].named,
          },
  };
}

/** All places of one kind: only steps, but the exact total over them. */
export function placeTarget(moments: Moment[], printed: PrintedTally[]): Target {
  const codes = Object.keys(moments[0]?.exact.places.stateHeld ?? {});
  const keys = codes.map((code) => `stateHeld.${code}`);
  const before: Record<string, { floor: number; moved: number }> = {};
  const says = printed.map((tally, t): Says => {
    const known = codes.map((code) => {
      const key = `stateHeld.${code}`;
      const floor = tally.partitions.stateHeld[code]?.unnamedAtLeast ?? 0;
      const last = before[key];
      const moved =
        last?.floor === floor
          ? Math.max(0, last.moved + (moments[t]?.exact.places.stateHeld[code]?.movedByPermission ?? 0))
          : 0;
      before[key] = { floor, moved };
      return { key, floor, moved: last?.floor === floor ? moved : 0 };
    });
    if (tally.disclosure.cells === "exact") return (U) => known.map(({ key }) => `${U(key)} = 0`);
    return (U, S) =>
      known.flatMap(({ key, floor, moved }) => {
        const next = STEPS.find((step) => step > floor) ?? 100_000;
        const reached =
          floor > 0 ? [`${U(key)} >= ${floor}`, `${U(key)} - ${S(key)} >= ${floor - moved}`] : [];
        return [...reached, `${U(key)} - ${S(key)} <= ${next - 1}`];
      });
  });
  const secrets = Object.fromEntries(keys.map((key) => [key, [5, 14] as [number, number]]));
  return { keys, says, secrets, moved, truth: (moment, key) => cellOf(moment.exact, key) };
}

export const moved = (moment: Moment, key: string) =>
  (moment.unnamedAgain[key] ?? 0) - (moment.named[key] ?? 0);

export function cellOf(exact: ExactCells, key: string) {
  const [dimension = "", cell = ""] = key.split(".");
  const found =
    dimension === "stateHeld"
      ? exact.places.stateHeld[cell]
      : exact.partitions[dimension as PartitionName][cell];
  return found ?? { total: 0, named: 0 };
}

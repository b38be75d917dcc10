import type { Offsets } from "@/lib/balances/disclosure/schema";
import { type PartitionName, partitionCells } from "@/lib/balances/schema";
import type { Moment } from "./history";
import type { Exact } from "./people";
import { cellAt, type Sights, unnamed } from "./sights";

const FLOOR = 10;
const REMAINDER = 14;
const main: Record<PartitionName, string> = {
  sex: "man",
  civilMilitary: "civilian",
  convicted: "notConvicted",
  nationality: "national",
  whereabouts: "known",
};
const others: Record<PartitionName, string[]> = {
  sex: ["woman"],
  civilMilitary: ["military"],
  convicted: ["convicted"],
  nationality: ["dual", "foreign"],
  whereabouts: ["unknown"],
};
const names = Object.keys(partitionCells) as PartitionName[];

/**
 * What rule 1.0 said of the partitions: of a cell its unnamed part minus a shortfall, from ten up; six dice from 0 to 9 for the main
 * cell, one for the others. The strongest attacker must break it.
 */
export function formerSights(moments: Moment[], random: () => number): Sights {
  const dice = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).reduce((a, b) => a + b, 0);
  const sights: Sights = new Map();
  for (const name of names) {
    const offsets: Offsets = { [main[name]]: dice(6) };
    for (const cell of others[name]) offsets[cell] = dice(1);
    const shown = moments.map(({ exact }) => visible(exact, name, offsets));
    for (const [cell, offset] of Object.entries(offsets)) {
      const key = `${name}.${cell}`;
      sights.set(key, {
        secret: [0, cell === main[name] ? 54 : 9],
        at: moments.map(({ exact }, t) => {
          const seen = unnamed(cellAt(exact, key)) - offset;
          if (shown[t]?.includes(cell)) return { low: seen, high: seen };
          const told = cell !== main[name] && (shown[t]?.length ?? 0) > 0;
          return { low: -Infinity, high: told ? FLOOR - 1 : Infinity };
        }),
      });
    }
  }
  return sights;
}

function visible(exact: Exact, name: PartitionName, offsets: Offsets): string[] {
  const seen = (cell: string) => unnamed(cellAt(exact, `${name}.${cell}`)) - (offsets[cell] ?? 0);
  for (const cells of [[main[name], ...others[name]], others[name]]) {
    const shown = cells.filter((cell) => seen(cell) >= FLOOR);
    const left = unnamed(exact.held) - shown.reduce((sum, cell) => sum + seen(cell), 0);
    if (shown.length > 0 && left >= REMAINDER) return shown;
  }
  return [];
}

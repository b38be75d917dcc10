import { layout } from "@/lib/balances/disclosure/schema";
import { type PartitionName, partitionCells } from "@/lib/balances/schema";
import type { Says, Target } from "./attack";
import type { Moment } from "./population";
import { cellOf, moved } from "./targets";

/** Rules known to be wrong: the attack must find violations in each, or it does not bite. */
export const weakRules = [
  "exact cells",
  "floor to 5, exact remainder",
  "exact or nothing",
  "threshold 15, fold",
] as const;

export function weakTarget(rule: (typeof weakRules)[number], name: PartitionName, moments: Moment[]): Target {
  const keys = partitionCells[name].map((cell) => `${name}.${cell}`);
  const rest = layout[name].rest.map((cell) => `${name}.${cell}`);
  const says = moments.map(
    (moment): Says =>
      (U) => {
        const cells = keys.map((key) => {
          const cell = cellOf(moment.exact, key);
          return { key, unnamed: cell.total - cell.named };
        });
        const exactly = (some: typeof cells) => some.map((cell) => `${U(cell.key)} = ${cell.unnamed}`);
        if (rule === "exact cells") return exactly(cells);
        if (rule === "exact or nothing") {
          return cells.every((cell) => cell.unnamed === 0 || cell.unnamed >= 10) ? exactly(cells) : [];
        }
        if (rule === "floor to 5, exact remainder") {
          return cells
            .filter((cell) => !rest.includes(cell.key))
            .flatMap((cell) => {
              const floor = 5 * Math.floor(cell.unnamed / 5);
              return [`${U(cell.key)} >= ${floor}`, `${U(cell.key)} <= ${floor + 4}`];
            });
        }
        const shown = cells.filter((cell) => cell.unnamed >= 15).sort((a, b) => b.unnamed - a.unnamed);
        const folded = () => cells.filter((cell) => !shown.includes(cell));
        while (shown.length > 0 && folded().reduce((sum, cell) => sum + cell.unnamed, 0) < 15) shown.pop();
        return [
          ...exactly(shown),
          ...folded()
            .filter((cell) => cell.unnamed < 15)
            .map((cell) => `${U(cell.key)} <= 14`),
        ];
      },
  );
  return { keys, says, secrets: {}, moved, truth: (moment, key) => cellOf(moment.exact, key) };
}

import { layout } from "@/lib/balances/disclosure/schema";
import { type PartitionName, partitionCells } from "@/lib/balances/schema";
import type { Moment } from "./history";
import type { Says } from "./reader";
import { cellAt, unnamed } from "./sights";

/** Rules known to be wrong: the reader must find violations in each, or the attack does not bite. */
export const weakRules = ["exact cells", "floor to 5, exact remainder", "exact or nothing"] as const;
export type WeakRule = (typeof weakRules)[number];

/** What a wrong rule tells of one partition, what it does not print included. */
export function weakSays(rule: WeakRule, name: PartitionName, moments: Moment[]): Says {
  return (t, U, _S, B) => {
    const exact = moments[t]?.exact;
    if (!exact) return [];
    const everybody = unnamed(exact.held);
    const cells = partitionCells[name].map((cell) => {
      const key = `${name}.${cell}`;
      return { key, cell, unnamed: unnamed(cellAt(exact, key)) };
    });
    const exactly = () => cells.map((cell) => `${U(cell.key)} = ${cell.unnamed}`);
    if (rule === "exact cells") return exactly();
    if (rule === "exact or nothing") {
      if (cells.every((cell) => cell.unnamed === 0 || cell.unnamed >= 10)) return exactly();
      // Nothing printed says that some cell lies between 1 and 9.
      const some = cells.map((cell) => B(cell.key));
      return [
        `${some.join(" + ")} >= 1`,
        ...cells.flatMap((cell) => [
          `${U(cell.key)} - ${B(cell.key)} >= 0`,
          `${U(cell.key)} + ${everybody} ${B(cell.key)} <= ${everybody + 9}`,
        ]),
      ];
    }
    const rest = layout[name].rest as readonly string[];
    return cells
      .filter((cell) => !rest.includes(cell.cell))
      .flatMap((cell) => {
        const floor = 5 * Math.floor(cell.unnamed / 5);
        return [`${U(cell.key)} >= ${floor}`, `${U(cell.key)} <= ${floor + 4}`];
      });
  };
}

import { disclose } from "@/lib/balances/disclosure/rules";
import { partitionNames, placeDimensions } from "@/lib/balances/disclosure/schema";
import { ofWhichLines, type PrintedTally } from "@/lib/balances/schema";
import type { History, Published } from "./history";
import { copyOf } from "./history";
import { countPeople, keysOf, type Person } from "./people";

/**
 * At some moments families give and take names while nothing else happens, and the rule runs again. Returns what became smaller:
 * a printed cell or line, what a place says with and without a name, or, while no more names came than the reserve, its "at least".
 */
export function loweredByPermissions(told: History, published: Published, random: () => number): string[] {
  return told.snapshots.flatMap(({ at, people }) => {
    const before = published.printed[at];
    const floors = published.floors[at];
    if (!before || !floors) return [];
    const after = copyOf(people);
    const moved = rename(after, random);
    const { printed } = disclose(countPeople(after, moved), published.offsets, floors);
    return lowered(before, printed, moved).map((what) => `moment ${at}: ${what}`);
  });
}

/** What the second says less than the first, when only permissions lie between. */
export function lowered(before: PrintedTally, after: PrintedTally, moved: Record<string, number>): string[] {
  const found: string[] = [];
  if (after.disclosure.cells === "exact") return found;
  const less = (key: string, a: number | undefined, b: number | undefined) => {
    if (a !== undefined && (b === undefined || b < a)) found.push(`${key} from ${a} to ${b ?? "nothing"}`);
  };
  for (const name of partitionNames) {
    const cells = (tally: PrintedTally) => (tally.partitions[name] ?? {}) as Record<string, number>;
    for (const [cell, said] of Object.entries(cells(before)))
      less(`${name}.${cell}`, said, cells(after)[cell]);
  }
  for (const line of ofWhichLines) {
    const [a, b] = [before.held.ofWhich[line], after.held.ofWhich[line]];
    if (typeof a === "number") less(line, a, typeof b === "number" ? b : undefined);
  }
  for (const name of placeDimensions)
    for (const [code, a] of Object.entries(before.partitions[name])) {
      const b = after.partitions[name][code];
      const given = moved[`${name}.${code}`] ?? 0;
      if (!b) continue;
      if (given <= 0) less(`${name}.${code}`, a.unnamedAtLeast, b.unnamedAtLeast);
      else less(`${name}.${code} with names`, a.named + a.unnamedAtLeast, b.named + b.unnamedAtLeast);
    }
  return found;
}

function rename(people: Person[], random: () => number): Record<string, number> {
  const moved: Record<string, number> = {};
  const share = random() ** 2;
  const give = random();
  for (const one of people) {
    if (random() > share || random() < give === one.named) continue;
    one.named = !one.named;
    for (const key of keysOf(one)) moved[key] = (moved[key] ?? 0) + (one.named ? 1 : -1);
  }
  return moved;
}

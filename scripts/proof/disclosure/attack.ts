import highs, { type Highs } from "highs";
import type { Cell } from "@/lib/balances/disclosure/schema";
import type { Moment } from "./population";

/** What one printed set of cells says of one moment, as rows the solver takes. `U` is the unnamed part of a cell, `S` its secret. */
export type Says = (U: (key: string) => string, S: (key: string) => string) => string[];

export interface Target {
  /** Cells that partition everybody, in the order of `keys`. */
  keys: string[];
  /** Exact cells at a moment, to know the truth and what named pages show. */
  truth: (moment: Moment, key: string) => Cell;
  /** People whose page went (positive) or came (negative) while they stayed in the cell. */
  moved: (moment: Moment, key: string) => number;
  /** What was printed at each moment. */
  says: Says[];
  /** Range of each secret, which the attacker knows as he knows the rule. */
  secrets: Record<string, [number, number]>;
}

export interface Violation {
  moment: number;
  key: string;
  low: number;
  high: number;
  truth: number;
}

let solver: Highs | undefined;

/**
 * The attacker: knows the rule, every printed number, every exact total and flow, and every named page coming and going. For each
 * cell whose unnamed part is really 1 … 9 he asks the solver for its least and greatest possible value at that moment given
 * everything at all moments. A violation is a range that lies within 1 … 9. Only such cells need asking: the truth is in the range.
 */
export async function attack(target: Target, moments: Moment[]): Promise<Violation[]> {
  solver ??= await highs({});
  const program = write(target, moments);
  const small = moments.flatMap((moment, t) =>
    target.keys.flatMap((key, i) => {
      const truth = unnamed(target.truth(moment, key));
      return truth >= 1 && truth <= 9 ? [{ t, i, key, truth }] : [];
    }),
  );
  let open = small;
  for (const sense of ["Maximize", "Minimize"] as const) {
    if (open.length === 0) return [];
    const found = solve(program(sense, open.map(({ t, i }) => u(t, i)).join(" + ")));
    open = open.filter(({ t, i }) => !safe(found[u(t, i)]?.Primal));
  }
  const violations: Violation[] = [];
  for (const { t, i, key, truth } of open) {
    const high = Math.floor((solve(program("Maximize", u(t, i)))[u(t, i)]?.Primal ?? 0) + 1e-6);
    if (high > 9) continue;
    const low = Math.ceil((solve(program("Minimize", u(t, i)))[u(t, i)]?.Primal ?? 0) - 1e-6);
    if (low >= 1) violations.push({ moment: t, key, low, high, truth });
  }
  return violations;
}

const safe = (value: number | undefined) => value !== undefined && (value > 9.5 || value < 0.5);
const unnamed = (cell: Cell) => cell.total - cell.named;
const u = (t: number, i: number) => `u${t}_${i}`;

function write(target: Target, moments: Moment[]) {
  const { keys } = target;
  const rows: string[] = [];
  const each = (prefix: string, t: number) => keys.map((_, i) => `${prefix}${t}_${i}`).join(" + ");
  moments.forEach((moment, t) => {
    rows.push(`${each("u", t)} = ${unnamed(moment.exact.held)}`);
    const name = (prefix: string) => (key: string) => `${prefix}${keys.indexOf(key)}`;
    rows.push(...(target.says[t]?.(name(`u${t}_`), name("s")) ?? []));
    if (t === 0) return;
    rows.push(`${each("e", t)} = ${moment.entered}`, `${each("x", t)} = ${moment.left}`);
    keys.forEach((key, i) => {
      rows.push(`u${t}_${i} - u${t - 1}_${i} - e${t}_${i} + x${t}_${i} = ${target.moved(moment, key)}`);
    });
  });
  const bounds = keys.flatMap((key, i) => {
    const range = target.secrets[key];
    return range ? [`${range[0]} <= s${i} <= ${range[1]}`] : [];
  });
  const body = rows.map((row, n) => ` r${n}: ${row}`).join("\n");
  return (sense: string, goal: string) =>
    `${sense}\n obj: ${goal}\nSubject To\n${body}\nBounds\n ${bounds.join("\n ")}\nEnd`;
}

function solve(program: string) {
  const solution = solver?.solve(program);
  if (solution?.Status !== "Optimal") throw new Error(`the attack does not solve: ${solution?.Status}`);
  return solution.Columns as Record<string, { Primal: number }>;
}

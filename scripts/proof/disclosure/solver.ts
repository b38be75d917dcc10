import highs, { type Highs } from "highs";

/** An integer program as rows of CPLEX LP text; every variable is an integer. */
export interface Program {
  rows: string[];
  /** Bounds of each variable. */
  variables: Map<string, [low: number, high: number]>;
}

export const emptyProgram = (): Program => ({ rows: [], variables: new Map() });

let solver: Highs | undefined;

/** The solver, loaded once. */
export async function loadSolver(): Promise<void> {
  solver ??= await highs({});
}

/** One optimum of an integer program, exactly: the values found, or `null` when nothing at all satisfies the rows. */
export function optimum(program: Program, sense: "Maximize" | "Minimize", goal: string) {
  const rows = program.rows.map((row, n) => ` r${n}: ${row}`).join("\n");
  const names = [...program.variables.keys()];
  const bounds = [...program.variables].map(([name, [low, high]]) => ` ${low} <= ${name} <= ${high}`);
  const text = `${sense}\n obj: ${goal}\nSubject To\n${rows}\nBounds\n${bounds.join("\n")}\nGeneral\n ${names.join(" ")}\nEnd`;
  const solution = solver?.solve(text, { mip_rel_gap: 0, mip_abs_gap: 0 });
  if (solution?.Status === "Infeasible") return null;
  if (solution?.Status !== "Optimal") throw new Error(`the attack does not solve: ${solution?.Status}`);
  const columns = solution.Columns as Record<string, { Primal: number }>;
  return (name: string): number => Math.round(columns[name]?.Primal ?? 0);
}

/** The least and the greatest value a variable can have. */
export function rangeOf(program: Program, name: string): { low: number; high: number } {
  const high = optimum(program, "Maximize", name);
  const low = optimum(program, "Minimize", name);
  if (!high || !low) throw new Error("the truth itself does not satisfy the attack: it is wrong");
  return { low: low(name), high: high(name) };
}

/** A number the attacker has pinned between 1 and 9. */
export interface Violation {
  moment: number;
  key: string;
  what: "unnamed part" | "people nobody saw";
  low: number;
  high: number;
  truth: number;
}

import type { Moment } from "./history";
import { implications } from "./insider";
import { cellsOf, type Dimension, lasting, ownLines } from "./people";
import { cellAt, type Sights, unnamed } from "./sights";
import { emptyProgram, optimum, type Program, type Violation } from "./solver";

/** What was printed of one moment, as rows: `U` is the unnamed part of a cell at that moment, `S` a secret, `B` a yes or no. */
export type Says = (
  t: number,
  U: (key: string) => string,
  S: (key: string, range: [low: number, high: number]) => string,
  B: (name: string) => string,
) => string[];

/** Dimensions that hang together by what counting forces; between them nothing but the exact total is shared, which is known. */
export const blocks: Dimension[][] = [
  ["sex"],
  ["civilMilitary"],
  ["nationality"],
  ["stateOfDetention"],
  ["convicted"],
  ["whereabouts", "stateHeld"],
  ["confirmed"],
];

/**
 * The reader: every published number of every moment, the rule, the exact total and how many came and went, and every named page
 * coming and going, person by person. Not who came and went unnamed. One integer program over all moments at once.
 */
export function readerProgram(moments: Moment[], block: Dimension[], says: Says): Program {
  const program = emptyProgram();
  const keys = block.flatMap((name) => cellsOf(name).map((cell) => `${name}.${cell}`));
  const ints = (name: string, high: number) => {
    program.variables.set(name, [0, high]);
    return name;
  };
  moments.forEach((moment, t) => {
    const everybody = unnamed(moment.exact.held);
    const U = (key: string) => ints(part(t, key), everybody);
    for (const name of block) {
      const own = cellsOf(name).map((cell) => `${name}.${cell}`);
      program.rows.push(`${own.map(U).join(" + ")} = ${everybody}`);
      if (t === 0 || !lasting.includes(name)) continue;
      const came = (key: string) => ints(`e${part(t, key)}`, moment.entered);
      const went = (key: string) => ints(`x${part(t, key)}`, moment.left);
      program.rows.push(`${own.map(came).join(" + ")} = ${moment.entered}`);
      program.rows.push(`${own.map(went).join(" + ")} = ${moment.left}`);
      for (const key of own)
        program.rows.push(
          `${U(key)} - ${part(t - 1, key)} - ${came(key)} + ${went(key)} = ${moment.unnamedAgain[key] ?? 0}`,
        );
    }
    const lines = ownLines.map((line) => `ofWhich.${line}`);
    const at = (key: string) => (keys.includes(key) || lines.includes(key) ? part(t, key) : "elsewhere");
    for (const row of implications(at)) {
      if (row.includes("elsewhere")) continue;
      for (const line of lines) if (row.includes(part(t, line))) U(line);
      program.rows.push(row);
    }
    const secret = (key: string, range: [number, number]) => {
      program.variables.set(`s${safe(key)}`, range);
      return `s${safe(key)}`;
    };
    program.rows.push(...says(t, U, secret, (name) => ints(`z${t}_${safe(name)}`, 1)));
  });
  return program;
}

/** What a rule with shortfalls says of the cells of one block and the lines that hang on it. */
export function saysOf(sights: Sights, block: Dimension[]): Says {
  const lines = {
    convicted: ["sentenceServed", "amnestied"],
    whereabouts: ["houseArrest", "releaseOrderedNotExecuted"],
  };
  const own = block.flatMap((name) => [
    ...cellsOf(name).map((cell) => `${name}.${cell}`),
    ...(lines[name as keyof typeof lines] ?? []).map((line) => `ofWhich.${line}`),
  ]);
  return (t, U, S) =>
    own.flatMap((key) => {
      const sight = sights.get(key);
      const said = sight?.at[t];
      if (!sight || !said) return [];
      const seen = `${U(key)} - ${S(key, sight.secret)}`;
      if (said.low === said.high) return [`${seen} = ${said.low}`];
      return [
        ...(Number.isFinite(said.low) ? [`${seen} >= ${said.low}`] : []),
        ...(Number.isFinite(said.high) ? [`${seen} <= ${said.high}`] : []),
      ];
    });
}

/** Every unnamed part between 1 and 9 that the reader pins in one block, as long as fewer than `enough` are found. */
export function readerAttack(
  moments: Moment[],
  block: Dimension[],
  program: Program,
  enough = Infinity,
): Violation[] {
  const keys = [
    ...block.flatMap((name) => cellsOf(name).map((cell) => `${name}.${cell}`)),
    ...ownLines.map((line) => `ofWhich.${line}`),
  ].filter((key) => program.variables.has(part(0, key)));
  let open = moments.flatMap(({ exact }, moment) =>
    keys.flatMap((key) => {
      const truth = unnamed(cellAt(exact, key));
      return truth >= 1 && truth <= 9 ? [{ moment, key, truth, name: part(moment, key) }] : [];
    }),
  );
  // A whole solution in which a part is 0 or 10 and more answers for that part; only those left over are asked for one by one.
  for (const sense of ["Maximize", "Minimize"] as const) {
    if (open.length === 0) return [];
    const found = optimum(program, sense, open.map(({ name }) => name).join(" + "));
    if (!found) throw new Error("the truth itself does not satisfy the attack");
    open = open.filter(({ name }) => found(name) >= 1 && found(name) <= 9);
  }
  const violations: Violation[] = [];
  while (open.length > 0 && violations.length < enough) {
    const [asked] = open;
    if (!asked) break;
    const ends = (["Maximize", "Minimize"] as const).map((sense) => {
      const found = optimum(program, sense, asked.name);
      if (!found) throw new Error("the truth itself does not satisfy the attack");
      open = open.filter(({ name }) => found(name) >= 1 && found(name) <= 9);
      return found(asked.name);
    });
    if (!open.includes(asked)) continue;
    open = open.filter((one) => one !== asked);
    const [high = 0, low = 0] = ends;
    const { moment, key, truth } = asked;
    violations.push({ moment, key, what: "unnamed part", low, high, truth });
  }
  return violations;
}

const safe = (key: string) => key.replace(/[^A-Za-z0-9]/g, "_");
const part = (t: number, key: string) => `u${t}_${safe(key)}`;

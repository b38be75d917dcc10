import type { History } from "./history";
import { cellsOf, dimensions } from "./people";
import { allKeys, cellAt, type Sights, unnamed } from "./sights";
import { emptyProgram, optimum, type Program, rangeOf, type Violation } from "./solver";

const silentOf = (key: string) => `b${allKeys.indexOf(key)}`;
const secretOf = (key: string) => `s${allKeys.indexOf(key)}`;

/**
 * The strongest attacker: he has every published byte, knows the rule, and knows beside it every movement there ever was (who came,
 * left, was transferred, tried, named, unnamed, and everything about them) and the people he planted. Hidden from him are only
 * the shortfalls and the traits of the silent: those unnamed all along to whom nothing happened. Whatever a reader of everything
 * ever published can derive (series, restatements, reconciliation terms, ages and kinds of release follow from movements and the
 * number of the silent) he can derive as well. All partitions, lines and places stand in one integer program, with what the
 * method forces between them.
 */
export function insiderProgram(told: History, sights: Sights): Program {
  const program = emptyProgram();
  const everybody = told.silent.everybody ?? 0;
  for (const key of allKeys) {
    program.variables.set(silentOf(key), [told.planted[key] ?? 0, everybody]);
    const sight = sights.get(key);
    if (!sight) continue;
    program.variables.set(secretOf(key), sight.secret);
    // The unnamed are those he saw move and the silent; what was said of all of them binds the silent and the shortfall.
    const moving = told.moments.map(({ exact }) => unnamed(cellAt(exact, key)) - (told.silent[key] ?? 0));
    const low = Math.max(...sight.at.map((said, t) => said.low - (moving[t] ?? 0)));
    const high = Math.min(...sight.at.map((said, t) => said.high - (moving[t] ?? 0)));
    const difference = `${silentOf(key)} - ${secretOf(key)}`;
    if (Number.isFinite(low)) program.rows.push(`${difference} >= ${low}`);
    if (Number.isFinite(high)) program.rows.push(`${difference} <= ${high}`);
  }
  for (const name of dimensions) {
    const cells = cellsOf(name).map((cell) => silentOf(`${name}.${cell}`));
    program.rows.push(`${cells.join(" + ")} = ${everybody}`);
  }
  program.rows.push(...implications(silentOf));
  return program;
}

/** What counting forces between cells of different partitions; for the silent as for everybody. */
export function implications(at: (key: string) => string): string[] {
  const process = `${at("convicted.convicted")} + ${at("convicted.notConvicted")}`;
  const known = at("whereabouts.known");
  return [
    `${at("stateHeld.unknown")} - ${at("whereabouts.unknown")} >= 0`,
    `${known} - ${at("ofWhich.houseArrest")} - ${at("ofWhich.releaseOrderedNotExecuted")} >= 0`,
    `${process} - ${at("ofWhich.sentenceServed")} >= 0`,
    `${process} - ${at("ofWhich.amnestied")} >= 0`,
  ];
}

/**
 * Every number between 1 and 9 that he can pin: the unnamed part of a cell at any moment, and the people in it of whom he knows
 * nothing. Where he cannot, `witness` gets another registry that fits everything he knows.
 */
export function insiderAttack(
  told: History,
  sights: Sights,
  witness?: (silent: (key: string) => number, secret: (key: string) => number) => void,
): Violation[] {
  const program = insiderProgram(told, sights);
  const violations: Violation[] = [];
  for (const key of allKeys) {
    const silent = told.silent[key] ?? 0;
    const others = silent - (told.planted[key] ?? 0);
    const small = told.moments.flatMap(({ exact }, moment) => {
      const truth = unnamed(cellAt(exact, key));
      return truth >= 1 && truth <= 9 ? [{ moment, truth }] : [];
    });
    if (small.length === 0 && !(others >= 1 && others <= 9)) continue;
    const most = optimum(program, "Maximize", silentOf(key));
    if (!most) throw new Error(`the truth itself does not satisfy the attack on ${key}`);
    if (most(silentOf(key)) >= 10 + silent - others) {
      witness?.(
        (of) => most(silentOf(of)),
        (of) => most(secretOf(of)),
      );
      continue;
    }
    const { low, high } = rangeOf(program, silentOf(key));
    const pinned = (by: number) => low + by >= 1 && high + by <= 9;
    for (const { moment, truth } of small) {
      const seen = truth - silent;
      if (pinned(seen))
        violations.push({ moment, key, what: "unnamed part", low: low + seen, high: high + seen, truth });
    }
    const mine = silent - others;
    if (others >= 1 && pinned(-mine))
      violations.push({
        moment: -1,
        key,
        what: "people nobody saw",
        low: low - mine,
        high: high - mine,
        truth: others,
      });
  }
  return violations;
}

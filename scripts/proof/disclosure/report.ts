import type { Violation } from "./solver";
import { type Trial, usefulPartitions } from "./trial";
import { sizes } from "./usefulness";
import { weakRules } from "./weak";

const ENOUGH = 0.95;

/** Ends with a sentence and without a result. */
export function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

/** Prints what held and what did not, for somebody who did not write the attack; true when everything held. */
export function summarise(
  trials: Trial[],
  read: Violation[][],
  useful: Record<number, Record<string, number>>,
): boolean {
  const sum = (of: (trial: Trial) => number) => trials.reduce((all, trial) => all + of(trial), 0);
  const lines: string[] = [];
  let held = true;
  const say = (holds: boolean, text: string) => {
    held &&= holds;
    lines.push(`${holds ? "ok  " : "FAIL"} ${text}`);
  };
  lines.push(
    `${trials.length} populations of ${Math.min(...trials.map((t) => t.size))} to ${Math.max(...trials.map((t) => t.size))} people: ` +
      `${sum((t) => t.weekly)} weekly balances and ${sum((t) => t.partial)} partial ones between them.`,
  );
  const reader = sum((t) => t.reader.length);
  const insider = sum((t) => (t.few ? 0 : t.insider.length));
  const few = trials.filter((t) => t.few);
  say(reader === 0, `unnamed parts between 1 and 9 derived from everything published: ${reader}`);
  say(
    insider === 0,
    `the same by somebody who also sees every movement and plants up to 5 people, those people subtracted or not: ${insider}`,
  );
  lines.push(
    `     (${sum((t) => t.witnesses)} cells that are small at some moment were each answered by another registry that publishes the same bytes)`,
  );
  if (few.length > 0)
    lines.push(
      `     (in ${few.length} of them fewer than 20 people stayed unseen, so that he knows nearly everybody anyway: there the reader was asked everything)`,
    );
  if (read.length > 0) {
    const found = read.flat().length;
    say(found === 0, `the reader alone, asked everything in ${read.length} populations: ${found}`);
  }
  say(sum((t) => t.untrue.length) === 0, `printed numbers that are not true: ${sum((t) => t.untrue.length)}`);
  const lowered = sum((t) => t.lowered.length);
  say(
    lowered === 0,
    `"at least" lowered by permissions alone, in ${sum((t) => t.permissions)} tries: ${lowered}`,
  );
  for (const trial of trials) {
    const pinned = trial.few ? trial.reader : trial.insider;
    for (const one of pinned.slice(0, 3)) lines.push(`     population ${trial.seed}: ${told(one)}`);
    for (const one of [...trial.untrue, ...trial.lowered].slice(0, 3))
      lines.push(`     population ${trial.seed}: ${one}`);
  }
  lines.push("The attack bites:");
  for (const rule of weakRules) {
    const tried = trials.filter((trial) => trial.weak[rule] !== undefined);
    const broken = tried.filter((trial) => (trial.weak[rule] ?? 0) > 0).length;
    if (tried.length > 0) say(broken > 0, `"${rule}" broken by the reader in ${broken} of ${tried.length}`);
  }
  const former = trials.filter((trial) => trial.former > 0).length;
  lines.push(`     rule 1.0 broken by somebody who sees every movement in ${former} of ${trials.length}`);
  lines.push(
    "Weekly balances that print at least two cells (100 further populations of each size, 15–50 % named):",
  );
  for (const size of sizes) {
    const shares = usefulPartitions.map((name) => ({ name, share: useful[size]?.[name] ?? 0 }));
    const text = `${size} people: ${shares.map(({ name, share }) => `${name} ${(100 * share).toFixed(1)} %`).join(", ")}`;
    if (size === 800)
      say(
        shares.every(({ share }) => share >= ENOUGH),
        text,
      );
    else lines.push(`     ${text}`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
  return held;
}

const told = (one: Violation) =>
  `${one.what} of ${one.key}${one.moment < 0 ? "" : ` at moment ${one.moment}`} is ${one.low}…${one.high} (really ${one.truth})`;

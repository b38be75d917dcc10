import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fail, summarise } from "./disclosure/report";
import { loadSolver } from "./disclosure/solver";
import { attackOne, readAll, type Trial } from "./disclosure/trial";
import { usefulness } from "./disclosure/usefulness";

const USAGE = `npm run proof:disclosure -- [options]

Attacks the published numbers of invented populations. Exit code 0: every promise held and every wrong rule was broken; 1: not so.

  --populations N   how many (default 300)
  --weeks N         weekly balances of each, with partial ones between (default 26)
  --from N          first seed (default 1); population N is the same for ever
  --weak N          wrong rules are attacked in the first N (default 30)
  --reader N        the reader alone is asked everything in the first N (default 5; up to minutes each)
  --results FILE    one line for each population; those already in it are not attacked again
`;

const { values } = parseArgs({
  options: {
    populations: { type: "string", default: "300" },
    weeks: { type: "string", default: "26" },
    from: { type: "string", default: "1" },
    weak: { type: "string", default: "30" },
    reader: { type: "string", default: "5" },
    results: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
const whole = (name: "populations" | "weeks" | "from" | "weak" | "reader") => {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 0) fail(`--${name} takes a whole number`);
  return number;
};
const [populations, weeks, from] = [whole("populations"), whole("weeks"), whole("from")];
const [weak, reader] = [whole("weak"), whole("reader")];

const earlier = values.results && existsSync(values.results) ? readFileSync(values.results, "utf8") : "";
const done = new Map(
  earlier
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Trial)
    .map((trial) => [trial.seed, trial]),
);
await loadSolver();
const started = Date.now();
const trials: Trial[] = [];
for (let seed = from; seed < from + populations; seed++) {
  const trial = done.get(seed) ?? attackOne(seed, weeks, seed - from < weak);
  if (!done.has(seed) && values.results) appendFileSync(values.results, `${JSON.stringify(trial)}\n`);
  trials.push(trial);
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stderr.write(`\r${trials.length} of ${populations} populations, ${seconds} s `);
}
const read = Array.from({ length: Math.min(reader, populations) }, (_, n) => {
  process.stderr.write(`\rreader alone: ${n + 1} of ${reader}            `);
  return readAll(from + n, weeks);
});
process.stderr.write("\n");
process.exitCode = summarise(trials, read, usefulness(weeks)) ? 0 : 1;

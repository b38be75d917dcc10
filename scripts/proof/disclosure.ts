import { disclose, drawOffsets } from "@/lib/balances/disclosure/rules";
import { type Floors, partitionNames } from "@/lib/balances/disclosure/schema";
import { ofWhichLines, type PartitionName, type PrintedTally } from "@/lib/balances/schema";
import { attack, type Violation } from "./disclosure/attack";
import { history, type Moment, randomSetting, seeded } from "./disclosure/population";
import { lineTarget, partitionTarget, placeTarget } from "./disclosure/targets";
import { weakRules, weakTarget } from "./disclosure/weak";

const populations = Number(process.argv[2] ?? 20);
const moments = Number(process.argv[3] ?? 52);
const firstSeed = Number(process.argv[4] ?? 1);
const useful: PartitionName[] = ["sex", "civilMilitary", "convicted", "whereabouts"];

/** Enough of them for the weakest of the wrong rules to break, whatever was asked of the right one. */
const WEAK_POPULATIONS = 30;
const WEAK_MOMENTS = 52;

/** What a year of publication moments prints under rule 1.0, with secrets drawn for this installation. */
function publish(told: Moment[], random: () => number): PrintedTally[] {
  let floors: Floors = {};
  const first = told[0];
  if (!first) return [];
  const offsets = drawOffsets(first.exact, {}, (sides) => Math.floor(random() * sides));
  return told.map((moment) => {
    const step = disclose(moment.exact, offsets, floors);
    floors = step.floors;
    return step.printed;
  });
}

let violations = 0;
const printedTwo = Object.fromEntries(useful.map((name) => [name, 0])) as Record<string, number>;
let balancesOf800 = 0;
const started = Date.now();

for (let n = 0; n < populations; n++) {
  const random = seeded(firstSeed + n);
  const setting = randomSetting(random);
  const told = history(setting, moments, random);
  const printed = publish(told, random);
  const targets = [
    ...partitionNames.map((name) => ({ name: name as string, target: partitionTarget(name, told, printed) })),
    ...ofWhichLines.map((line) => ({ name: line as string, target: lineTarget(line, told, printed) })),
    { name: "stateHeld", target: placeTarget(told, printed) },
  ];
  for (const { name, target } of targets)
    report(`rule 1.0, population ${firstSeed + n}, ${name}`, await attack(target, told));
  if (setting.size === 800) {
    balancesOf800 += printed.length;
    for (const name of useful) {
      printedTwo[name] =
        (printedTwo[name] ?? 0) +
        printed.filter((tally) => Object.keys(tally.partitions[name] ?? {}).length > 2).length;
    }
  }
  process.stderr.write(
    `\r${n + 1}/${populations} populations, ${Math.round((Date.now() - started) / 1000)} s`,
  );
}
process.stderr.write("\n");
console.log(
  `rule 1.0: ${violations} violations in ${populations} populations × ${moments} moments (${Math.round((Date.now() - started) / 1000)} s)`,
);
for (const name of useful) {
  console.log(
    `  of ${balancesOf800} balances of 800 people, ${name} prints at least two cells in ${((100 * (printedTwo[name] ?? 0)) / Math.max(1, balancesOf800)).toFixed(1)} %`,
  );
}

let toothless = false;
for (const rule of weakRules) {
  let found = 0;
  for (let n = 0; n < WEAK_POPULATIONS; n++) {
    const random = seeded(firstSeed + n);
    const told = history(randomSetting(random), WEAK_MOMENTS, random);
    for (const name of partitionNames) found += (await attack(weakTarget(rule, name, told), told)).length;
  }
  // The fold breaks only now and then; the other three must break in every run, or the attack does not bite.
  const mustBreak = rule !== "threshold 15, fold";
  console.log(`${rule}: ${found} violations${mustBreak ? " (must be more than 0)" : ""}`);
  toothless ||= mustBreak && found === 0;
}
process.exitCode = violations > 0 || toothless ? 1 : 0;

function report(what: string, found: Violation[]) {
  violations += found.length;
  for (const one of found.slice(0, 3)) {
    console.log(`${what}: moment ${one.moment}, ${one.key} is ${one.low}…${one.high} (really ${one.truth})`);
  }
}

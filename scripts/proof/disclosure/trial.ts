import { partitionNames } from "@/lib/balances/disclosure/schema";
import type { PartitionName } from "@/lib/balances/schema";
import { formerSights } from "./former";
import { history, type Moment, type Published, publish, seeded } from "./history";
import { insiderAttack } from "./insider";
import { randomSetting, type Setting } from "./people";
import { loweredByPermissions } from "./permissions";
import { blocks, readerAttack, readerProgram, saysOf } from "./reader";
import { type Sights, sightsOf } from "./sights";
import type { Violation } from "./solver";
import { untruths } from "./truth";
import { type WeakRule, weakRules, weakSays } from "./weak";
import { checkWitness } from "./witness";

/** What came of attacking one invented population; one line of the file of results. */
export interface Trial {
  seed: number;
  size: number;
  usual: boolean;
  weekly: number;
  partial: number;
  /** Numbers asked about, and other registries that answered because they publish the same bytes. */
  witnesses: number;
  /** So few silent people that whoever saw every movement knows nearly everybody, whatever is published. */
  few: boolean;
  /** What somebody who sees every movement pins; and where he pins anything, what a reader pins. */
  insider: Violation[];
  reader: Violation[];
  untrue: string[];
  lowered: string[];
  permissions: number;
  printedTwo: Record<string, number>;
  former: number;
  weak: Partial<Record<WeakRule, number>>;
}

/** Ten for a small cell and ten for the largest to stand for them. */
const FEW = 20;

export const usefulPartitions: PartitionName[] = ["sex", "civilMilitary", "convicted", "whereabouts"];

/** One population, published for so many weeks and attacked by everybody. */
export function attackOne(seed: number, weeks: number, weak: boolean): Trial {
  const random = seeded(seed);
  const setting = randomSetting(random);
  const told = history(setting, weeks, random);
  const { moments } = told;
  const published = publish(moments, random);
  const sights = sightsOf(moments, published);
  let witnesses = 0;
  const insider = insiderAttack(told, sights, (silent, secret) => {
    witnesses++;
    checkWitness(told, published, silent, secret);
  });
  return {
    seed,
    size: setting.size,
    usual: isUsual(setting),
    weekly: moments.filter((moment) => moment.weekly).length,
    partial: moments.filter((moment) => !moment.weekly).length,
    witnesses,
    few: (told.silent.everybody ?? 0) - (told.planted.everybody ?? 0) < FEW,
    insider,
    reader: insider.length > 0 ? readEverything(moments, sights) : [],
    untrue: untruths(moments, published),
    lowered: loweredByPermissions(told, published, random),
    permissions: told.snapshots.length,
    printedTwo: printedTwo(moments, published),
    former: insiderAttack(told, formerSights(moments, random)).length,
    weak: weak ? attackWeak(moments) : {},
  };
}

/** The reader alone against everything one population published, every number asked; slow, so only for some. */
export function readAll(seed: number, weeks: number): Violation[] {
  const random = seeded(seed);
  const { moments } = history(randomSetting(random), weeks, random);
  const sights = sightsOf(moments, publish(moments, random));
  return readEverything(moments, sights);
}

/** The reader derives nothing that the other does not; so he is asked only where the other found something. */
const readEverything = (moments: Moment[], sights: Sights) =>
  blocks.flatMap((block) =>
    readerAttack(moments, block, readerProgram(moments, block, saysOf(sights, block))),
  );

/** Of the weekly balances of a population, how many print at least two cells of a partition. */
export function printedTwo(moments: Moment[], published: Published): Record<string, number> {
  const weekly = published.printed.filter((_, t) => moments[t]?.weekly);
  const two = (name: PartitionName) =>
    weekly.filter((tally) => Object.keys(tally.partitions[name] ?? {}).length > 2).length;
  return Object.fromEntries(partitionNames.map((name) => [name, two(name)]));
}

const isUsual = (setting: Setting) =>
  setting.size === 800 && setting.namedShare >= 0.15 && setting.namedShare <= 0.5;

function attackWeak(moments: Moment[]): Partial<Record<WeakRule, number>> {
  const found = (rule: WeakRule) =>
    (["sex", "civilMilitary", "nationality"] as const).reduce((sum, name) => {
      const program = readerProgram(moments, [name], weakSays(rule, name, moments));
      return sum + readerAttack(moments, [name], program, 3).length;
    }, 0);
  return Object.fromEntries(weakRules.map((rule) => [rule, found(rule)]));
}

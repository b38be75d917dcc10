import { beforeAll, describe, expect, test } from "vitest";
import { drawOffsets } from "@/lib/balances/disclosure/rules";
import { formerSights } from "../../../scripts/proof/disclosure/former";
import { history, type Moment, publishWith, seeded } from "../../../scripts/proof/disclosure/history";
import { insiderAttack } from "../../../scripts/proof/disclosure/insider";
import {
  countPeople,
  keysOf,
  type Person,
  person,
  randomSetting,
} from "../../../scripts/proof/disclosure/people";
import { readerAttack, readerProgram } from "../../../scripts/proof/disclosure/reader";
import { sightsOf } from "../../../scripts/proof/disclosure/sights";
import { loadSolver } from "../../../scripts/proof/disclosure/solver";
import { attackOne } from "../../../scripts/proof/disclosure/trial";
import { weakRules, weakSays } from "../../../scripts/proof/disclosure/weak";
import { checkWitness } from "../../../scripts/proof/disclosure/witness";

beforeAll(loadSolver);

const setting = { size: 300, namedShare: 0.3, churn: 0.02, naming: 0.01, rest: 0.03, lesser: {}, planted: 3 };

test("a few populations of the whole proof: nothing pinned, nothing untrue, nothing lowered", () => {
  for (const seed of [2, 4]) {
    const trial = attackOne(seed, 8, false);
    expect(trial.witnesses).toBeGreaterThan(10);
    expect([trial.insider, trial.reader, trial.untrue, trial.lowered]).toEqual([[], [], [], []]);
  }
}, 120_000);

describe("the attack bites", () => {
  test.each(weakRules)("%s", (rule) => {
    const random = seeded(7);
    const { moments } = history(randomSetting(random), 26, random);
    const found = (["sex", "civilMilitary", "nationality"] as const).flatMap((name) =>
      readerAttack(moments, [name], readerProgram(moments, [name], weakSays(rule, name, moments)), 1),
    );
    expect(found).not.toEqual([]);
  });

  test("families of all but two women give their names and three take them back: rule 1.0 tells, this one does not", () => {
    const { moments, told } = campaign();
    const nine = formerSights(moments, () => 0.99);
    expect(insiderAttack(told, nine).some((one) => one.key === "sex.woman")).toBe(true);
    for (const shortfall of [0, 9]) {
      const published = publishWith(moments, own(moments, shortfall));
      let other = 0;
      const found = insiderAttack(told, sightsOf(moments, published), (silent, secret) => {
        other++;
        checkWitness(told, published, silent, secret);
      });
      expect(found).toEqual([]);
      expect(other).toBeGreaterThan(0);
    }
  });

  test("a shortfall without room above it, or a largest cell without room below, would be found", () => {
    const { moments, told } = campaign();
    const tight = { ...own(moments, 9), "sex.man": 2 };
    const found = insiderAttack(told, sightsOf(moments, publishWith(moments, tight)));
    expect(found.map((one) => one.key)).toContain("sex.woman");
  });

  test("how many were confirmed lately tells nothing of the few who were not; with too small a shortfall it would", () => {
    const { moments, told } = threeMoreNotConfirmed();
    const pinned = (confirmed: number) =>
      insiderAttack(told, sightsOf(moments, publishWith(moments, { ...own(moments, 9), confirmed })))
        .map(({ key }) => key)
        .filter((key) => key === "confirmed.notLately");
    expect(pinned(30)).toEqual([]);
    expect(pinned(0)).not.toEqual([]);
  });
});

const first = (moments: Moment[]): Moment => {
  const [moment] = moments;
  if (!moment) throw new Error("no moment");
  return moment;
};

/** Shortfalls in the middle of what is drawn, that of women as given. */
function own(moments: Moment[], woman: number): Record<string, number> {
  const drawn: Record<string, number> = drawOffsets(first(moments).exact, {}, (sides) =>
    sides === 7 ? 3 : 5,
  );
  return { ...drawn, "sex.woman": woman };
}

/** Of five nothing was confirmed lately, nor ever is; then, for all who know them to see, of three more. */
function threeMoreNotConfirmed() {
  const random = seeded(5);
  const people: Person[] = Array.from({ length: 300 }, () => person({ ...setting, namedShare: 0 }, random));
  const moments = [5, 8].map((stale): Moment => {
    people.forEach((one, n) => {
      one.cells.confirmed = n < stale ? "notLately" : "lately";
      one.noticed = n >= 5 && n < 8;
    });
    return { weekly: true, exact: countPeople(people, {}), entered: 0, left: 0, unnamedAgain: {} };
  });
  return { moments, told: { moments, silent: silentAmong(people), planted: {}, snapshots: [] } };
}

function silentAmong(people: readonly Person[]): Record<string, number> {
  const silent: Record<string, number> = { everybody: 0 };
  for (const one of people.filter((each) => !each.noticed))
    for (const key of keysOf(one)) silent[key] = (silent[key] ?? 0) + 1;
  return silent;
}

/** Nothing happens but names: nineteen unnamed women, then two, then five. */
function campaign() {
  const random = seeded(5);
  const people: Person[] = Array.from({ length: 300 }, () => person({ ...setting, namedShare: 0 }, random));
  people.forEach((one, n) => {
    one.cells.sex = n < 19 ? "woman" : "man";
  });
  const moments: Moment[] = [];
  let named = 0;
  for (const names of [0, 17, 14]) {
    const unnamedAgain: Record<string, number> = names === named ? {} : { "sex.woman": named - names };
    people.forEach((one, n) => {
      one.named = n < names;
      one.noticed ||= one.named;
    });
    named = names;
    moments.push({ weekly: true, exact: countPeople(people, {}), entered: 0, left: 0, unnamedAgain });
  }
  return { moments, told: { moments, silent: silentAmong(people), planted: {}, snapshots: [] } };
}

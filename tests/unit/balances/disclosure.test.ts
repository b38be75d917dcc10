import { expect, test } from "vitest";
import { disclose, drawOffsets } from "@/lib/balances/disclosure/rules";
import { CEILING, type ExactCells, MOST, type Offsets, RESERVE } from "@/lib/balances/disclosure/schema";
import { ofWhichLines, printedTally } from "@/lib/balances/schema";

type Split = [total: number, named: number];
const cell = ([total, named]: Split) => ({ total, named });
const cells = (values: Record<string, Split>) =>
  Object.fromEntries(Object.entries(values).map(([key, split]) => [key, cell(split)]));

/** Eight hundred people, 200 with a public page; whatever is given instead replaces a partition. */
function population(
  change: Partial<ExactCells["partitions"]> = {},
  place: Split = [60, 4],
  moved = 0,
): ExactCells {
  const lines = Object.fromEntries(ofWhichLines.map((line) => [line, cell([0, 0])]));
  return {
    held: cell([800, 200]),
    ofWhich: {
      ...lines,
      whereaboutsUnknown: cell([90, 10]),
      houseArrest: cell([8, 0]),
    } as ExactCells["ofWhich"],
    partitions: {
      sex: cells({ woman: [100, 40], man: [697, 160], other: [0, 0], unknown: [3, 0] }),
      civilMilitary: cells({ civilian: [640, 180], military: [160, 20], unknown: [0, 0] }),
      convicted: cells({ convicted: [120, 30], notConvicted: [600, 150], unknown: [80, 20] }),
      nationality: cells({ national: [780, 200], dual: [12, 0], foreign: [8, 0], unknown: [0, 0] }),
      whereabouts: cells({ known: [650, 180], unknown: [90, 10], notRecorded: [60, 10] }),
      ...change,
    },
    ageGroup: { under18: 4, adult: 790, unknown: 6 },
    places: {
      stateOfDetention: {},
      stateHeld: { "VE-V": { ...cell(place), movedByPermission: moved } },
    },
    restricted: 120,
    shortDetentions: 9,
    pending: 134,
  };
}

/** Every shortfall seven, a place's with the reserve beside. */
const sevens = (exact: ExactCells): Offsets =>
  Object.fromEntries(
    Object.keys(drawOffsets(exact, {}, (sides) => sides - 1)).map((key) => [
      key,
      key.startsWith("state") ? RESERVE + 7 : 7,
    ]),
  );
const sum = (values: object | null) => Object.values(values ?? {}).reduce((a: number, b: number) => a + b, 0);

test("what comes out is the published shape, totals exact and the queue rounded", () => {
  const exact = population();
  const { printed } = disclose(exact, sevens(exact), {});
  expect(() => printedTally.parse(printed)).not.toThrow();
  expect(printed.held.total).toBe(800);
  expect(printed.restricted.total).toBe(120);
  expect(printed.pending.total).toBe(130);
  expect(printed.partitions.ageGroup).toEqual({ under18: 4, adult: 790, unknown: 6 });
});

test("cells come out a shortfall below the truth, small and residual ones not at all, and every partition sums", () => {
  const exact = population();
  const { printed } = disclose(exact, sevens(exact), {});
  expect(printed.partitions.sex).toEqual({ woman: 93, man: 690, othersOrUnknown: 17 });
  expect(printed.partitions.nationality).toEqual({ national: 773, othersOrUnknown: 27 });
  for (const name of ["sex", "civilMilitary", "convicted", "nationality", "whereabouts"] as const) {
    expect([name, sum(printed.partitions[name])]).toEqual([name, 800]);
  }
});

test("three of unknown sex and none print the same", () => {
  const none = population({
    sex: cells({ woman: [100, 40], man: [697, 160], other: [3, 0], unknown: [0, 0] }),
  });
  const offsets = sevens(none);
  expect(disclose(none, offsets, {}).printed).toEqual(disclose(population(), offsets, {}).printed);
});

test("who is named changes no cell and no line, be it one of two hundred or nearly everybody", () => {
  const exact = population();
  const offsets = sevens(exact);
  const before = disclose(exact, offsets, {}).printed;
  const named: ExactCells = JSON.parse(JSON.stringify(exact), (_key, value) =>
    typeof value?.total === "number" && "named" in value ? { ...value, named: value.total } : value,
  );
  named.held.named = 799;
  const after = disclose(named, offsets, {}).printed;
  expect(after.held).toEqual(before.held);
  for (const name of ["sex", "civilMilitary", "convicted", "nationality", "whereabouts"] as const) {
    expect(after.partitions[name]).toEqual(before.partitions[name]);
  }
});

test("below its floor a line says a ceiling, the same for eight and for none; the same people have one shortfall", () => {
  const exact = population();
  const { printed } = disclose(exact, sevens(exact), {});
  expect(printed.held.ofWhich.houseArrest).toEqual({ lessThan: CEILING });
  expect(printed.held.ofWhich.amnestied).toEqual({ lessThan: CEILING });
  expect(printed.held.ofWhich.whereaboutsUnknown).toBe(printed.partitions.whereabouts?.unknown);
});

test("the ceiling of a line is true under the greatest shortfall", () => {
  const exact = population();
  exact.ofWhich.houseArrest = cell([MOST + 9, 0]);
  const { printed } = disclose(exact, { ...sevens(exact), "ofWhich.houseArrest": MOST }, {});
  expect(printed.held.ofWhich.houseArrest).toEqual({ lessThan: MOST + 10 });
});

test("when everybody has a public page everything is exact", () => {
  const exact = population();
  const open: ExactCells = JSON.parse(JSON.stringify(exact), (_key, value) =>
    typeof value?.total === "number" && "named" in value ? { ...value, named: value.total } : value,
  );
  const { printed } = disclose(open, sevens(exact), {});
  expect(printed.disclosure.cells).toBe("exact");
  expect(printed.partitions.sex).toEqual({ woman: 100, man: 697, other: 0, unknown: 3, othersOrUnknown: 0 });
  expect(printed.held.ofWhich.houseArrest).toBe(8);
});

test("names given do not lower what a place reaches; past the reserve each takes one and adds one; releases do lower it", () => {
  const start = population({}, [70, 0]);
  const offsets = { ...sevens(start), "stateHeld.VE-V": RESERVE + 5 };
  const place = (split: Split, moved: number, before: ReturnType<typeof disclose>) =>
    disclose(population({}, split, moved), offsets, before.floors);
  const said = (step: ReturnType<typeof disclose>) => step.printed.partitions.stateHeld["VE-V"];
  const first = disclose(start, offsets, {});
  expect(said(first)).toEqual({ named: 0, unnamedAtLeast: 50 });
  const eight = place([70, 8], 8, first);
  expect(said(eight)).toEqual({ named: 8, unnamedAtLeast: 50 });
  const ten = place([70, 10], 2, eight);
  expect(said(ten)).toEqual({ named: 10, unnamedAtLeast: 50 });
  const many = place([70, 25], 15, ten);
  expect(said(many)).toEqual({ named: 25, unnamedAtLeast: 35 });
  const back = place([70, 5], -20, many);
  expect(said(back)).toEqual({ named: 5, unnamedAtLeast: 50 });
  const freed = place([60, 8], 0, eight);
  expect(said(freed)).toEqual({ named: 8, unnamedAtLeast: 20 });
});

test("a shortfall once drawn is never drawn again", () => {
  const exact = population();
  const first = drawOffsets(exact, {}, (sides) => (sides === 6 ? 5 : 3));
  expect(Object.values(first)).not.toContain(undefined);
  expect(drawOffsets(exact, first, () => 5)).toEqual({});
  const { "sex.woman": _, ...rest } = first;
  expect(drawOffsets(exact, rest, () => 5)).toEqual({ "sex.woman": 0 });
});

test("the largest cell takes ten dice, whichever it is; the others go on until a six; places have the reserve besides", () => {
  const usual = drawOffsets(population(), {}, (sides) => (sides === 7 ? 4 : 5));
  expect([usual["sex.man"], usual["sex.woman"]]).toEqual([40, 0]);
  expect(usual["stateHeld.VE-V"]).toBe(RESERVE + 40);
  const women = population({
    sex: cells({ woman: [790, 190], man: [10, 10], other: [0, 0], unknown: [0, 0] }),
  });
  const odd = drawOffsets(women, {}, (sides) => (sides === 7 ? 4 : 5));
  expect([odd["sex.man"], odd["sex.woman"]]).toEqual([0, 40]);
});

test("how many were confirmed lately is said below the truth, with room for ten who were not; exactly only when all have a page", () => {
  const exact: ExactCells = { ...population(), confirmed: { days: 30, held: 790 } };
  const offsets = drawOffsets(exact, {}, (sides) => sides - 1);
  expect(offsets.confirmed).toBe(60);
  expect(drawOffsets(population(), {}, (sides) => sides - 1).confirmed).toBeUndefined();
  expect(disclose(exact, { ...offsets, confirmed: 30 }, {}).printed.confirmed).toEqual({
    days: 30,
    held: 760,
  });
  const few: ExactCells = { ...exact, confirmed: { days: 30, held: 35 } };
  expect(disclose(few, { ...offsets, confirmed: 30 }, {}).printed.confirmed).toEqual({
    days: 30,
    held: { lessThan: CEILING },
  });
  const named: ExactCells = { ...exact, held: cell([800, 800]) };
  expect(disclose(named, offsets, {}).printed.confirmed).toEqual({ days: 30, held: 790 });
  expect(disclose(population(), sevens(population()), {}).printed).not.toHaveProperty("confirmed");
});

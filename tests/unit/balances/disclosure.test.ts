import { expect, test } from "vitest";
import { disclose, drawOffsets } from "@/lib/balances/disclosure/rules";
import type { ExactCells, Offsets } from "@/lib/balances/disclosure/schema";
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

const middling = (exact: ExactCells): Offsets => drawOffsets(exact, {}, () => 5);
const sum = (values: object | null) => Object.values(values ?? {}).reduce((a: number, b: number) => a + b, 0);

test("what comes out is the published shape, totals exact and the queue rounded", () => {
  const exact = population();
  const { printed } = disclose(exact, middling(exact), {});
  expect(() => printedTally.parse(printed)).not.toThrow();
  expect(printed.held.total).toBe(800);
  expect(printed.restricted.total).toBe(120);
  expect(printed.pending.total).toBe(130);
  expect(printed.partitions.ageGroup).toEqual({ under18: 4, adult: 790, unknown: 6 });
});

test("cells come out a shortfall below the truth, small and residual ones not at all, and every partition sums", () => {
  const exact = population();
  const { printed } = disclose(exact, middling(exact), {});
  expect(printed.partitions.sex).toEqual({ woman: 95, man: 667, othersOrUnknown: 38 });
  expect(printed.partitions.nationality).toEqual({ national: 750, othersOrUnknown: 50 });
  for (const name of ["sex", "civilMilitary", "convicted", "nationality", "whereabouts"] as const) {
    expect([name, sum(printed.partitions[name])]).toEqual([name, 800]);
  }
});

test("three of unknown sex and none print the same", () => {
  const none = population({
    sex: cells({ woman: [100, 40], man: [700, 160], other: [0, 0], unknown: [0, 0] }),
  });
  const three = population();
  const offsets = middling(none);
  const keys = (exact: ExactCells) => Object.keys(disclose(exact, offsets, {}).printed.partitions.sex ?? {});
  expect(keys(three)).toEqual(keys(none));
});

test("below its floor a line says a ceiling, the same for eight and for none; the same people have one shortfall", () => {
  const exact = population();
  const { printed } = disclose(exact, middling(exact), {});
  expect(printed.held.ofWhich.houseArrest).toEqual({ lessThan: 20 });
  expect(printed.held.ofWhich.amnestied).toEqual({ lessThan: 20 });
  expect(printed.held.ofWhich.whereaboutsUnknown).toBe(printed.partitions.whereabouts?.unknown);
});

test("when what is left would be too small the main cell goes, and with it nothing can be subtracted", () => {
  const exact = population({
    sex: cells({ woman: [100, 40], man: [700, 160], other: [0, 0], unknown: [0, 0] }),
  });
  const low: Offsets = Object.fromEntries(Object.keys(middling(exact)).map((key) => [key, 0]));
  const { printed } = disclose(exact, low, {});
  expect(printed.partitions.sex).toEqual({ woman: 100, othersOrUnknown: 700 });
});

test("when everybody has a public page everything is exact", () => {
  const exact = population();
  const open: ExactCells = JSON.parse(JSON.stringify(exact), (_key, value) =>
    typeof value?.total === "number" && "named" in value ? { ...value, named: value.total } : value,
  );
  const { printed } = disclose(open, middling(exact), {});
  expect(printed.disclosure.cells).toBe("exact");
  expect(printed.partitions.sex).toEqual({ woman: 100, man: 697, other: 0, unknown: 3, othersOrUnknown: 0 });
  expect(printed.held.ofWhich.houseArrest).toBe(8);
});

test("a name given never lowers what a place certainly reaches, as long as it stays true", () => {
  const before = population({}, [60, 0]);
  const offsets = { ...middling(before), "stateHeld.VE-V": 10 };
  const first = disclose(before, offsets, {});
  expect(first.printed.partitions.stateHeld["VE-V"]).toEqual({ named: 0, unnamedAtLeast: 50 });
  const named = disclose(population({}, [60, 8], 8), offsets, first.floors);
  expect(named.printed.partitions.stateHeld["VE-V"]).toEqual({ named: 8, unnamedAtLeast: 50 });
  const again = disclose(population({}, [60, 10], 2), offsets, named.floors);
  expect(again.printed.partitions.stateHeld["VE-V"]).toEqual({ named: 10, unnamedAtLeast: 50 });
  const freed = disclose(population({}, [50, 4], 0), offsets, first.floors);
  expect(freed.printed.partitions.stateHeld["VE-V"]).toEqual({ named: 4, unnamedAtLeast: 20 });
  const untrue = disclose(population({}, [60, 15], 15), offsets, first.floors);
  expect(untrue.printed.partitions.stateHeld["VE-V"]).toEqual({ named: 15, unnamedAtLeast: 20 });
});

test("a shortfall once drawn is never drawn again", () => {
  const exact = population();
  const first = drawOffsets(exact, {}, () => 3);
  expect(drawOffsets(exact, first, () => 9)).toEqual({});
  const { "sex.woman": _, ...rest } = first;
  expect(drawOffsets(exact, rest, () => 9)).toEqual({ "sex.woman": 9 });
});

import { describe, expect, it } from "vitest";
import { daysLater } from "@/lib/core/clock";
import { fieldsOfQuestion, momentOf, readQuestion, writtenOf } from "@/lib/tallies/asking/rules";
import { cutOffsBetween } from "@/lib/tallies/series/rules";
import { MOST_POINTS } from "@/lib/tallies/series/schema";

const now = new Date("2026-11-22T15:04:05.678Z");
const iso = (moment: Date) => moment.toISOString();

describe("a moment as staff write it", () => {
  it.each([
    ["2026-01-16", "", "2026-01-17T04:00:00.000Z"],
    ["16/01/2026", "", "2026-01-17T04:00:00.000Z"],
    ["2026-01-16", "18:30", "2026-01-16T22:30:00.000Z"],
    ["2026-01-16", "0:00", "2026-01-16T04:00:00.000Z"],
    ["2016-04-29", "", "2016-04-30T04:30:00.000Z"],
    ["2016-04-30", "", "2016-05-01T04:30:00.000Z"],
    ["2016-05-01", "", "2016-05-02T04:00:00.000Z"],
    ["2026-01-17T00:00:00-04:00", "", "2026-01-17T04:00:00.000Z"],
  ])("%s %s is %s: a day alone is its close, in Caracas", (day, time, moment) => {
    expect(momentOf(day, time)).toEqual(new Date(moment));
  });

  it.each([
    ["2026-02-30", "", "day"],
    ["ayer", "", "day"],
    ["", "10:00", "day"],
    ["2026-01-16", "25:00", "time"],
    ["2026-01-16", "10", "time"],
    ["2026-01-17T00:00:00", "", "offset"],
    ["31/02/2026", "", "day"],
  ])("%s %s is refused for its %s", (day, time, problem) => {
    expect(momentOf(day, time)).toEqual({ problem });
  });

  it("is written back so that it reads as the same instant, fractions of a second included", () => {
    for (const text of [
      "2026-01-17T04:00:00.000Z",
      "2026-01-16T22:30:05.000Z",
      "2026-01-16T22:30:05.123Z",
      "2016-05-01T07:00:00.000Z",
      "2016-05-01T06:59:59.000Z",
    ]) {
      const { day, time } = writtenOf(new Date(text));
      expect(momentOf(day, time), text).toEqual(new Date(text));
    }
  });
});

describe("a question", () => {
  it("comes back from its own address, with every now pinned down", () => {
    for (const asked of [
      {},
      { ask: "standing", at: "2026-01-16", known: "2026-01-19", against: "" },
      { ask: "window", from: "2026-01-07", to: "2026-01-19", knownTo: "2026-02-01" },
      { ask: "series", from: "2026-01-07", to: "2026-03-01", step: "day", kind: "asThen" },
    ]) {
      const read = readQuestion(asked, now);
      if (!("question" in read)) throw new Error("refused");
      expect(readQuestion(fieldsOfQuestion(read.question), new Date("2031-01-01T00:00:00Z"))).toEqual(read);
    }
  });

  it("without anything written is about now; the ends of a window are each as known then", () => {
    const second = new Date("2026-11-22T15:04:05.000Z");
    expect(readQuestion({}, now)).toEqual({
      question: { ask: "standing", at: second, known: second, against: second },
    });
    expect(readQuestion({ ask: "window", from: "2026-01-08", to: "2026-01-19" }, now)).toMatchObject({
      question: {
        from: new Date("2026-01-08T04:00:00Z"),
        to: new Date("2026-01-20T04:00:00Z"),
        knownFrom: new Date("2026-01-08T04:00:00Z"),
        knownTo: new Date("2026-01-20T04:00:00Z"),
      },
    });
  });

  it("names every box that cannot be read, and asks for the ends of a window", () => {
    expect(readQuestion({ ask: "window", from: "x", knownTo: "2026-01-01T00:00:00" }, now)).toEqual({
      problems: { from: "day", to: "needed", knownTo: "offset" },
    });
  });
});

describe("the cut-offs of a series", () => {
  it("keep the clock time of Caracas over the half hour of 1 May 2016", () => {
    const from = new Date("2016-04-29T04:30:00Z");
    const days = cutOffsBetween(from, new Date("2016-05-03T04:00:00Z"), "day", "restated");
    expect(days.map(iso)).toEqual([
      "2016-04-29T04:30:00.000Z",
      "2016-04-30T04:30:00.000Z",
      "2016-05-01T04:30:00.000Z",
      "2016-05-02T04:00:00.000Z",
      "2016-05-03T04:00:00.000Z",
    ]);
    expect(iso(daysLater(new Date("2016-05-02T04:00:00Z"), -2))).toBe("2016-04-30T04:30:00.000Z");
    const weeks = cutOffsBetween(from, new Date("2016-05-13T04:00:00Z"), "week", "restated");
    expect(weeks.map(iso)).toEqual([
      "2016-04-29T04:30:00.000Z",
      "2016-05-06T04:00:00.000Z",
      "2016-05-13T04:00:00.000Z",
    ]);
  });

  it("may be a single one, and are refused when reversed or too many, before anything is counted", () => {
    const at = new Date("2026-01-01T04:00:00Z");
    expect(cutOffsBetween(at, at, "week", "asThen")).toEqual([at]);
    expect(() => cutOffsBetween(at, new Date(at.getTime() - 1), "day", "restated")).toThrow(
      expect.objectContaining({ code: "window_reversed" }),
    );
    const long = daysLater(at, MOST_POINTS.asThen);
    expect(cutOffsBetween(at, daysLater(long, -1), "day", "asThen")).toHaveLength(MOST_POINTS.asThen);
    expect(() => cutOffsBetween(at, long, "day", "asThen")).toThrow(
      expect.objectContaining({ code: "series_too_long", values: { points: 551, most: 550 } }),
    );
    expect(cutOffsBetween(at, long, "day", "restated")).toHaveLength(551);
  });
});

import { describe, expect, it } from "vitest";
import { barChart } from "@/components/chart/bars";
import { methodBreaks } from "@/components/chart/figure-drawing";
import { partsChart } from "@/components/chart/parts";
import { monthMarks, roundSteps } from "@/components/chart/scale";
import { stepChart } from "@/components/chart/steps";

const about = { locale: "es", width: 360, title: "Título <1>", finding: "Hallazgo & más" } as const;
const day = (n: number) => Date.UTC(2026, 0, 1 + n, 4);

describe("a drawing", () => {
  it("holds its title and finding as text that cannot be taken for drawing, and nothing that runs or is fetched", () => {
    const drawn = stepChart({ ...about, breaks: [], lines: [line([1, 2, 3])] });
    expect(drawn).toContain("<title>Título &lt;1&gt;</title>");
    expect(drawn).toContain("Hallazgo &amp; más");
    expect(drawn).not.toMatch(/<script|@import|url\(http|font-face|href=/);
  });

  it("lifts the pen where nothing was published", () => {
    const whole = path(stepChart({ ...about, breaks: [], lines: [line([10, 12, 14, 16])] }));
    const gap = path(stepChart({ ...about, breaks: [], lines: [line([10, null, 14, 16])] }));
    expect(whole.match(/M/g)).toHaveLength(1);
    expect(gap.match(/M/g)).toHaveLength(2);
  });

  it("marks where another method begins", () => {
    const breaks = methodBreaks(
      ["1.0", "1.0", "1.1", null].map((method, n) => ({
        slug: null,
        kind: "weekly",
        at: new Date(day(n)).toISOString(),
        method,
        value: null,
        restated: null,
      })),
    );
    expect(breaks).toEqual([{ at: day(2), method: "1.1" }]);
    expect(
      stepChart({ ...about, breaks: [{ at: day(2), name: "método 1.1" }], lines: [line([1, 2, 3])] }),
    ).toContain("método 1.1");
  });

  it("hatches what was announced and nobody verified, and only then carries the hatch", () => {
    const bars = (fill: "announced" | "verified") =>
      barChart({
        ...about,
        bars: [
          {
            name: "x",
            fill,
            values: [
              { at: day(0), value: 3 },
              { at: day(7), value: 5 },
            ],
          },
        ],
      });
    expect(bars("announced")).toContain('<pattern id="h"');
    expect(bars("verified")).not.toContain("<pattern");
  });

  it("of years of weeks, or of every state, stays within eight kilobytes", () => {
    const years = Array.from({ length: 60 }, (_, n) => 1500 + ((n * 37) % 211));
    const weekly = {
      name: "como se publicó",
      kind: "verified" as const,
      points: years.map((value, n) => ({ at: day(7 * n), value })),
    };
    const both = stepChart({
      ...about,
      width: 720,
      breaks: [],
      lines: [weekly, { ...weekly, kind: "restated" }],
    });
    expect(both.length).toBeLessThan(8192);
    const states = partsChart({
      ...about,
      rows: Array.from({ length: 26 }, (_, n) => ({
        name: `Estado número ${n}`,
        amount: "12 con nombre publicado; y al menos 20",
        lengths: [
          { n: 12, fill: "verified" },
          { n: 20, fill: "other" },
        ],
      })),
    });
    expect(states.length).toBeLessThan(8192);
  });
});

describe("scales", () => {
  it("climb in round whole numbers from zero and reach the highest", () => {
    expect(roundSteps(1711)).toEqual([0, 500, 1000, 1500, 2000]);
    expect(roundSteps(0)).toEqual([0, 1]);
    expect(roundSteps(3)).toEqual([0, 1, 2, 3]);
  });

  it("name months evenly, no more than fit", () => {
    const marks = monthMarks("es", Date.UTC(2024, 6, 15), Date.UTC(2026, 0, 15), 4);
    expect(marks.length).toBeLessThanOrEqual(4);
    expect(marks.length).toBeGreaterThan(1);
  });
});

const line = (values: (number | null)[]) => ({
  name: "x",
  kind: "verified" as const,
  points: values.map((value, n) => ({ at: day(7 * n), value })),
});
const path = (drawn: string): string => /class="p" d="([^"]*)"/.exec(drawn)?.[1] ?? "";

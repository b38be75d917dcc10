import { describe, expect, it } from "vitest";
import {
  figureAddress,
  figureAskedFor,
  figureNamed,
  isFigureFile,
} from "@/lib/opendata/figures/addresses/rules";
import { figureCsv } from "@/lib/opendata/figures/files/rules";
import { amountOf, figureOf, type SourceMoment } from "@/lib/opendata/figures/rules";
import { type FigureQuery, figureNames } from "@/lib/opendata/figures/schema";
import { amountWords, figureSubject, historyFinding } from "@/lib/opendata/figures/words/rules";
import { balance } from "../../support/balance";

const published = (content = balance()) => ({
  id: "019b0000-0000-7000-8000-000000000001",
  slug: content.slug,
  publishedAt: new Date("2026-01-27T12:00:00Z"),
  contentHash: "00",
  manifestHash: null,
  signatures: [],
  content,
});
const moment = (slug: string, total: number, more: Partial<SourceMoment> = {}): SourceMoment => {
  const one = balance();
  return { ...one, slug, at: new Date(`${slug}T04:00:00Z`), held: { ...one.held, total }, ...more };
};
const asked: FigureQuery = { house: "with" };
const figure = (name: (typeof figureNames)[number], query: Partial<FigureQuery> = {}, content = balance()) =>
  figureOf(
    name,
    published(content),
    [moment("2026-01-20", 1700), moment("2026-01-27", 1711)],
    { ...asked, ...query },
    null,
  );

describe("a figure", () => {
  it("says each number in the sense in which it was published", () => {
    expect(figure("held").value).toEqual({ n: 1711, sense: "exactly" });
    expect(figure("whereaboutsUnknown").value).toEqual({ n: 61, sense: "atLeast" });
    expect(figure("houseArrest").value).toEqual({ n: 20, sense: "fewerThan" });
    expect(figure("pending").value).toEqual({ n: 5, sense: "fewerThan" });
    expect(amountOf("pending", balance({ pending: { total: 120 } }))).toEqual({ n: 120, sense: "rounded" });
    expect(figure("releases")).toMatchObject({ value: { n: 21, sense: "exactly" }, unit: "events" });
    expect(figure("confirmed").value).toBeNull();
    const confirmed = { days: 30, held: 900 };
    expect(figure("confirmed", {}, balance({ confirmed }))).toMatchObject({
      value: { n: 900, sense: "atLeast" },
      of: 1711,
    });
    expect(figure("deaths", {}, balance({ change: null })).value).toBeNull();
  });

  it("without house arrest says no more than what was published of it allows", () => {
    expect(figure("held", { house: "without" }).value).toEqual({ n: 1692, sense: "atLeast" });
    const told = balance();
    told.held.ofWhich.houseArrest = 40;
    expect(amountOf("held", told, true)).toEqual({ n: 1671, sense: "atMost" });
    expect(amountOf("held", { ...told, disclosure: { rule: "2.0", cells: "exact" } }, true)).toEqual({
      n: 1671,
      sense: "exactly",
    });
  });

  it("is divided one way at a time; what is not printed is withheld with a reason, and no table is empty", () => {
    expect(figure("held", { by: "sex" }).rows).toEqual([
      { cell: "man", named: null, value: { n: 1500, sense: "atLeast" } },
      { cell: "woman", named: null, value: { n: 181, sense: "atLeast" } },
      { cell: "othersOrUnknown", named: null, value: { n: 30, sense: "exactly" } },
    ]);
    expect(figure("held", { by: "convicted" })).toMatchObject({ rows: null, withheld: "protects" });
    expect(figure("held", { by: "stateHeld" })).toMatchObject({ rows: null, withheld: "protects" });
    expect(figure("houseArrest", { by: "sex" })).toMatchObject({ rows: null, withheld: "crossing" });
    expect(figure("held", { by: "sex", house: "without" })).toMatchObject({ withheld: "crossing" });
    for (const name of figureNames)
      for (const by of ["sex", "kind", "stateHeld"] as const) {
        const { rows, withheld } = figure(name, { by });
        expect([name, by, rows === null || rows.length > 0, (rows === null) === (withheld !== null)]).toEqual(
          [name, by, true, true],
        );
      }
  });

  it("beside what was published says what is known today only of the total, and only when asked", () => {
    const content = balance({
      series: [{ slug: "2026-01-26", at: balance().at, published: 1711, restated: 1720 }],
    });
    const latest = { ...published(content), slug: "2026-02-02" };
    const of = (name: "held" | "restricted") => figureOf(name, published(), [], asked, latest).today;
    expect(of("held")).toMatchObject({ slug: "2026-02-02", value: { n: 1720, sense: "exactly" } });
    expect(of("restricted")).toBeNull();
    expect(figure("held").today).toBeNull();
  });
});

describe("a figure as a file", () => {
  it("has its number, its parts, what is withheld and its history, a row each", () => {
    const lines = figureCsv(figure("held", { by: "sex" })).split("\r\n");
    expect(lines[1]).toBe(
      "value,held,2026-01-26,2026-01-27T04:00:00Z,2026-01-27T04:00:00Z,1.0,with,,,,1711,exactly,",
    );
    expect(
      lines.filter((line) => line.startsWith("cell,")).map((line) => line.split(",").slice(7).join()),
    ).toEqual(["sex,man,,1500,atLeast,", "sex,woman,,181,atLeast,", "sex,othersOrUnknown,,30,exactly,"]);
    expect(lines.filter((line) => line.startsWith("history,"))).toHaveLength(2);
    expect(figureCsv(figure("held", { by: "convicted" }))).toContain("withheld: protects");
  });
});

describe("addresses of figures", () => {
  it("name a figure in either language, alone or as a file, and nothing else", () => {
    expect(figureNamed("detenidas")).toBe("held");
    expect(figureNamed("release-ordered")).toBe("releaseOrderedNotExecuted");
    expect(figureNamed("nada")).toBeNull();
    expect(isFigureFile("detenidas.csv")).toBe(true);
    for (const bad of ["detenidas.exe", "nada.csv", "detenidas", "..csv", "detenidas.csv.csv"])
      expect([bad, isFigureFile(bad)]).toEqual([bad, false]);
  });

  it("keep what makes sense and name what does not", () => {
    expect(figureAskedFor({ by: "sex", house: "maybe", x: "1", balance: ["2026-01-26", "b"] })).toEqual({
      asked: { by: "sex", house: "with", balance: "2026-01-26" },
      ignored: ["house", "x"],
    });
    expect(figureAddress({ by: "sex", house: "without", known: "today" })).toBe("?by=sex&house=without");
  });
});

describe("words", () => {
  it("say a bound as a bound, in both languages", () => {
    expect(amountWords("es", { n: 1692, sense: "atLeast" })).toBe("al menos 1.692");
    expect(amountWords("en", { n: 20, sense: "fewerThan" })).toBe("fewer than 20");
    expect(figureSubject("es", figure("held", { house: "without" }))).toBe(
      "Personas detenidas por motivos políticos, sin la detención domiciliaria: al menos 1.692",
    );
  });

  it("tell the history in two sentences: direction, size and dates", () => {
    expect(historyFinding("es", figure("held"))).toBe(
      "Entre el 19 de enero de 2026 y el 26 de enero de 2026 pasó de 1.700 a 1.711: 11 más. Lo más alto fue 1.711, al cierre del 26 de enero de 2026.",
    );
    expect(historyFinding("en", figure("confirmed"))).toContain("no history to draw");
  });
});

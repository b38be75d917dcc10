import { describe, expect, it } from "vitest";
import { embedAskedFor, embedCode, embedNamed, embedViews } from "@/lib/opendata/figures/embeds/rules";
import { placeNamed, placeSlug, placesIn, placeWords, tileNumber } from "@/lib/opendata/figures/places/rules";
import { seriesFile, seriesOf, seriesOfBalanceCsv } from "@/lib/opendata/figures/series/rules";
import { entities } from "@/lib/vocabularies/places/entities/schema";
import { balance } from "../../support/balance";

describe("places", () => {
  const told = balance();
  told.partitions.stateHeld = {
    "VE-M": { named: 63, unnamedAtLeast: 50 },
    "VE-V": { named: 5, unnamedAtLeast: 0 },
  };

  it("are all twenty-five, ranked, each with a tile of its own and a name in its address", () => {
    const places = placesIn("es", told, "stateHeld");
    expect(places).toHaveLength(25);
    expect(places.slice(0, 2).map(({ name, level }) => [name, level])).toEqual([
      ["Miranda", 5],
      ["Zulia", 1],
    ]);
    expect(new Set(places.map(({ tile }) => tile)).size).toBe(25);
    for (const entity of entities) {
      expect(placeSlug(entity)).toMatch(/^[a-z-]+$/);
      expect(placeNamed(placeSlug(entity))).toBe(entity);
    }
    expect(placeNamed("nada")).toBeNull();
  });

  it("say a bound as a bound, and of what is not published never zero", () => {
    expect(placeWords("es", { named: 63, unnamedAtLeast: 50 })).toBe(
      "63 con nombre publicado; y al menos 50 sin nombre publicado",
    );
    expect(tileNumber("es", { named: 63, unnamedAtLeast: 50 })).toBe("≥113");
    for (const locale of ["es", "en"] as const) {
      expect(placeWords(locale, { named: 0, unnamedAtLeast: 0 })).not.toMatch(/\d/);
      expect(tileNumber(locale, { named: 0, unnamedAtLeast: 0 })).not.toMatch(/\d/);
    }
  });
});

describe("the series", () => {
  const content = balance({
    series: [
      { slug: null, at: "2026-01-13T04:00:00.000Z", published: null, restated: 1650 },
      { slug: "2026-01-26", at: "2026-01-27T04:00:00.000Z", published: 1711, restated: 1720 },
    ],
  });
  const published = {
    ...{
      id: "x",
      slug: content.slug,
      publishedAt: new Date(0),
      contentHash: "",
      manifestHash: null,
      signatures: [],
    },
    content,
  };
  const moments = [{ ...content, at: new Date(content.at) }];

  it("has both totals of each cut-off, and leaves blank what nobody published", () => {
    const series = seriesOf(published, moments);
    expect(series.rows.map(({ published: then, restated, releases }) => [then, restated, releases])).toEqual([
      [null, 1650, null],
      [1711, 1720, 21],
    ]);
    expect(seriesOfBalanceCsv(series).split("\r\n")[1]).toBe("2026-01-13T04:00:00.000Z,,,,,1650,,,");
  });

  it("is a file of the balance that is shown", () => {
    expect(seriesFile("en", "2026-01-26", "svg", { kind: "flows", width: 360 })).toBe(
      "/en/series.svg?balance=2026-01-26&kind=flows&width=360",
    );
  });
});

describe("embeds", () => {
  it("are the figures and the balance; anything else is none", () => {
    for (const view of embedViews) expect(embedNamed(view)).not.toBeNull();
    expect(embedNamed("retirado")).toBeNull();
  });

  it("are asked for by a form that takes only what it offers, and the code holds nobody's markup", () => {
    const asked = embedAskedFor({ view: '"><script>', balance: "x", language: "fr" }, "en");
    expect(asked).toEqual({ view: "balance", balance: null, locale: "en" });
    const code = embedCode("https://registro.example", asked, { kind: "balance" }, 'a"b<c>');
    expect(code).toMatch(
      /^<iframe src="https:\/\/registro\.example\/en\/e\/balance" title="abc" .*height="\d+" loading="lazy"/,
    );
  });
});

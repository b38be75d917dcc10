import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { placesDrawing } from "@/components/chart/places-drawing";
import { publicLedger } from "@/lib/claims/published/rules";
import { embedAskedFor, embedCode, embedNamed, embedViews } from "@/lib/opendata/figures/embeds/rules";
import { eventsBeside } from "@/lib/opendata/figures/events/rules";
import {
  placeNamed,
  placeSlug,
  placesIn,
  placeWords,
  shadesOf,
  tileNumber,
} from "@/lib/opendata/figures/places/rules";
import { seriesFile, seriesOf, seriesOfBalanceCsv } from "@/lib/opendata/figures/series/rules";
import { entities } from "@/lib/vocabularies/places/entities/schema";
import { balance } from "../../support/balance";
import { ledger } from "../claims/ledger";

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

  it("say a bound as a bound, that nobody is named, and of what is not published never zero", () => {
    expect(placeWords("es", { named: 63, unnamedAtLeast: 50 }, false)).toBe(
      "63 con nombre publicado; y al menos 50 sin nombre publicado",
    );
    expect(placeWords("es", { named: 0, unnamedAtLeast: 0 }, false)).toBe(
      "nadie con nombre publicado; sin nombre publicado no se desglosa, para proteger a las personas",
    );
    expect(tileNumber("es", { named: 63, unnamedAtLeast: 50 }, false)).toBe("≥113");
    for (const locale of ["es", "en"] as const) {
      expect(placeWords(locale, { named: 0, unnamedAtLeast: 0 }, false)).not.toMatch(/\d/);
      expect(tileNumber(locale, { named: 0, unnamedAtLeast: 0 }, false)).not.toMatch(/\d/);
      // Where everybody counted is named, nobody is nobody.
      expect(placeWords(locale, { named: 0, unnamedAtLeast: 0 }, true)).toMatch(/ninguna persona|nobody/);
      expect(tileNumber(locale, { named: 0, unnamedAtLeast: 0 }, true)).toBe("0");
    }
  });

  it("are drawn in the shades that the words beside explain, with no number and nothing withheld in a shade", () => {
    const places = placesIn("es", told, "stateHeld");
    expect(
      shadesOf(places).map(({ level, least, most, names }) => [level, least, most, names.length]),
    ).toEqual([
      [5, 113, 113, 1],
      [1, 5, 5, 1],
      [0, 0, 0, 23],
    ]);
    const svg = placesDrawing("es", places, false);
    expect(svg).not.toContain("<text");
    expect(svg.match(/fill="url\(#w\)"/g)).toHaveLength(23);
    expect(svg.match(/fill="#0b4f5e"/g)).toHaveLength(1);
    expect(gzipSync(svg).length).toBeLessThan(6_000);
    expect(placesDrawing("es", places, true)).not.toContain('fill="url(#w)"');
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
    const series = seriesOf(published, moments, []);
    expect(series.rows.map(({ published: then, restated, releases }) => [then, restated, releases])).toEqual([
      [null, 1650, null],
      [1711, 1720, 21],
    ]);
    expect(seriesOfBalanceCsv(series).split("\r\n")[1]).toBe("2026-01-13T04:00:00.000Z,,,,,1650,,,");
  });

  it("bears what authorities said meanwhile: announcements, the largest of each month, nine at most, in time", () => {
    const said = publicLedger(ledger).filter(({ claimantKind, measure }) => {
      return claimantKind === "government" && measure === "released_in_period";
    });
    const rows = [{ at: "2025-06-02T04:00:00.000Z" }, { at: "2026-03-03T04:00:00.000Z" }];
    expect(eventsBeside(said, rows).map(({ n, claim, value }) => [n, claim, value])).toEqual([
      [1, "us-government-rel-2025-07-18", 80],
      [2, "penitentiary-ministry-rel-2025-12-25", 99],
      [3, "interior-ministry-rel-2026-01-26", 808],
      [4, "interior-ministry-rel-2026-02-09", 897],
      [5, "national-assembly-rel-2026-02-21", 379],
      [6, "national-assembly-rel-2026-03-02", 245],
    ]);
    const [one] = said;
    if (!one) throw new Error("no figure");
    const months = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, "0")}-15`);
    const many = eventsBeside(
      months.map((statedOn) => ({ ...one, kind: "flow" as const, value: 10, statedOn })),
      [{ at: "2025-01-01T04:00:00.000Z" }, { at: "2026-01-01T04:00:00.000Z" }],
    );
    expect(many.map(({ n, on }) => [n, on])).toEqual(months.slice(-9).map((day, n) => [n + 1, day]));
    expect(eventsBeside(said, [])).toEqual([]);
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

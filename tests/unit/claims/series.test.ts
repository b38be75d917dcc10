import { describe, expect, it } from "vitest";
import { claimsDrawing, drawnSeries } from "@/components/chart/claims-drawing";
import { publicLedger } from "@/lib/claims/published/rules";
import { wordsOf } from "@/lib/i18n/messages";
import { claimantSeries, measureAsked, seriesFinding } from "@/lib/opendata/claims/series/rules";
import { ledger } from "./ledger";

const held = publicLedger(ledger).filter(({ measure }) => measure === "held_now");
const series = claimantSeries(held);

describe("what each claimant said over time", () => {
  it("holds every figure that has a number and a date, once, under whoever gave it", () => {
    const drawn = series.flatMap(({ points }) => points.map(({ claim }) => claim.id));
    const told = held.filter(({ value, onDate }) => value !== null && onDate !== null).map(({ id }) => id);
    expect([...drawn].sort()).toEqual([...told].sort());
    for (const { claimant, points } of series) {
      expect(new Set(points.map(({ claim }) => claim.claimant))).toEqual(new Set([claimant]));
      expect(points.map(({ at }) => at)).toEqual([...points.map(({ at }) => at)].sort((a, b) => a - b));
    }
    expect(series[0]?.claimant).toBe("foro-penal");
  });

  it("is said in words with the last of each, and that they are not one series", () => {
    const finding = seriesFinding(wordsOf("es", "claims"), series);
    expect(finding).toContain("Foro Penal, más de 500");
    expect(finding).toContain("JEP, 759 (al 2 de marzo de 2026)");
    expect(finding).toContain("No forman una sola serie.");
  });

  it("is drawn with a square a figure, a panel a claimant, and no line from one to another", () => {
    for (const width of [360, 720] as const) {
      const svg = claimsDrawing("es", "held_now", series, width);
      const points = drawnSeries(series).flatMap((one) => one.points);
      expect(svg.match(/<rect class="[fho]"/g)).toHaveLength(points.length);
      expect(svg).not.toMatch(/class="[pq]"/);
      for (const { claimant } of drawnSeries(series))
        expect(svg).toContain(wordsOf("es", "claims").say(`claimants.${claimant}`).replace(/ \(.*/, ""));
      expect(svg).toMatch(/^<svg [^>]*role="img"/);
      expect(svg).toContain("<desc>");
    }
  });

  it("takes people held for a measure that is not drawn, and draws nothing of nothing", () => {
    expect(measureAsked({ measure: "pending_review" })).toBe("held_now");
    expect(claimsDrawing("en", "held_now", [], 360)).toContain("</svg>");
  });
});

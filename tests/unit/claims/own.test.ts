import { describe, expect, it } from "vitest";
import { gapBetween } from "@/lib/claims/compare/rules";
import { publicLedger } from "@/lib/claims/published/rules";
import { wordsOf } from "@/lib/i18n/messages";
import { ownFigure, whyAbsent } from "@/lib/opendata/claims/own/rules";
import { comparisonWords } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { balance } from "@/tests/support/balance";
import { ledger } from "./ledger";

const published = new Map(publicLedger(ledger).map((claim) => [claim.id, claim]));
const claim = (id: string, change: Partial<PublishedClaim> = {}): PublishedClaim => {
  const found = published.get(id);
  if (!found) throw new Error(id);
  return { ...found, ...change };
};
const flows = {
  detentions: 14,
  newDetentions: 12,
  lateRegistrations: 0,
  redetentions: 2,
  releases: { events: 131, persons: 129, withMeasures: 120, full: 6, expelled: 2, unspecified: 3 },
  deaths: 1,
  leftWithoutRelease: 0,
  removals: 0,
  shortDetentions: 0,
};
const source = {
  slug: "2026-01-26",
  content: balance({
    claims: [{ claimId: "x", from: "2026-01-08", to: "2026-01-19", flows }],
    series: [
      { slug: "2026-01-19", at: "2026-01-20T04:00:00Z", published: 1700, restated: 1714 },
      { slug: null, at: "2026-01-13T04:00:00Z", published: null, restated: 1690 },
    ],
  }),
};
const exits = claim("foro-penal-rel-2026-01-19-1930");

describe("our own column", () => {
  it("gives people for people, acts for acts, and full freedom only for full freedom, of exactly those days", () => {
    expect(ownFigure(source, exits)).toMatchObject({ value: 129, unit: "persons", releaseScope: "any_exit" });
    expect(ownFigure(source, { ...exits, unit: "unknown" })).toMatchObject({ value: 131, unit: "events" });
    expect(ownFigure(source, { ...exits, releaseScope: "full_freedom" })).toMatchObject({
      value: 6,
      unit: "events",
      releaseScope: "full_freedom",
    });
    expect(ownFigure(source, { ...exits, measure: "detained_in_period" })?.value).toBe(14);
    expect(ownFigure(source, { ...exits, measure: "deaths_in_custody_in_period" })?.value).toBe(1);
  });

  it("gives a total only as it was published at that very cut-off", () => {
    expect(ownFigure(source, claim("foro-penal-held-2026-01-19-2145"))).toMatchObject({
      value: 1700,
      kind: "stock",
      asOf: "2026-01-19",
    });
    expect(ownFigure(source, claim("foro-penal-held-2026-01-19-2145", { asOf: "2026-01-12" }))).toBeNull();
    expect(ownFigure(source, claim("clippve-held-2026-01-15"))).toBeNull();
  });

  it("gives nothing for other days, for a month, for what it does not count, and before any balance", () => {
    expect(ownFigure(null, exits)).toBeNull();
    expect(ownFigure(source, { ...exits, periodStart: "2026-01-09" })).toBeNull();
    expect(ownFigure(source, { ...exits, startPrecision: "month" })).toBeNull();
    expect(ownFigure(source, { ...exits, measure: "pending_review" })).toBeNull();
  });

  it("is judged by the rule for everybody: subtracted only where everything matches and is known", () => {
    const own = ownFigure(source, exits);
    if (!own) throw new Error("no figure");
    expect(gapBetween(exits, own)).toEqual({ computable: false });
    const said = comparisonWords(wordsOf("es", "claims"), exits, own, new Map());
    expect(said.gap).toBe("La diferencia no se puede calcular.");
    expect(said.truths[0]).toContain("este registro verificó 129 personas de su lista");
    const alike = {
      ...exits,
      asOf: null,
      endPrecision: "day",
      houseArrestCounted: "out",
      conflicts: [],
    } as const;
    const same = { ...exits, ...alike, conflicts: [] };
    expect(gapBetween(same, own)).toEqual({ computable: true, gap: { least: 14, most: 14 } });
  });
});

describe("why our column is empty", () => {
  const coverage = { since: "2026-01-08", until: null };
  const minister = claim("interior-ministry-rel-2026-01-26");

  it.each([
    ["outside", null, exits],
    ["outside", coverage, claim("public-ministry-rel-2024-12-14")],
    ["partly", coverage, minister],
    ["inexact", { since: "2024-07-28", until: null }, minister],
    ["notYet", coverage, exits],
    ["outside", { since: "2024-07-28", until: "2025-12-31" }, exits],
    ["outside", coverage, claim("government-rel-undated")],
    ["nothing", coverage, claim("national-assembly-pend-2026-02-25")],
  ] as const)("%s", (why, declared, of) => {
    expect(whyAbsent(declared, of)).toBe(why);
  });
});

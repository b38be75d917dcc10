import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { OnePair } from "@/components/claim/one-pair";
import { publicLedger } from "@/lib/claims/published/rules";
import { wordsOf } from "@/lib/i18n/messages";
import { ownFigure } from "@/lib/opendata/claims/own/rules";
import { inOrder } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";
import { windowChoices } from "@/lib/opendata/claims/windows/rules";
import { ledger } from "./ledger";
import { readings } from "./named-readings";

const published = new Map(publicLedger(ledger).map((claim) => [claim.id, claim]));
const figureAt = (id: string): PublishedClaim => {
  const claim = published.get(id);
  if (!claim) throw new Error(`${id} is not in the ledger`);
  return claim;
};
const coverage = { since: "2026-01-08", until: null };

function pageOf(locale: "es" | "en", one: string, other: string): string {
  const [a, b] = inOrder(figureAt(one), figureAt(other));
  const own = [a, b].map((claim) => ({ claim, own: ownFigure(null, claim) }));
  const view = { known: null, balance: null, latest: null, refused: [] };
  const shared = { locale, around: published, coverage, view, moments: [] };
  const html = renderToStaticMarkup(<OnePair {...shared} a={a} b={b} own={own} />);
  return html
    .replace(/<option[^>]*>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");
}

describe.each(readings)("$name on its page", (reading) => {
  const text = pageOf("es", ...reading.pair);
  const verdict = text.slice(0, text.indexOf("Este registro"));

  it("says what sets the two apart, that there is no difference, and then what is true", () => {
    for (const words of reading.apart) expect(verdict).toContain(words);
    expect(verdict).toContain("La diferencia no se puede calcular.");
    expect(verdict).toContain(reading.true);
    expect(verdict.indexOf("no se puede calcular")).toBeGreaterThan(verdict.indexOf(reading.apart[0] ?? "?"));
    expect(verdict.indexOf(reading.true)).toBeGreaterThan(verdict.indexOf("no se puede calcular"));
  });

  it("says nothing that no source gave, in either language", () => {
    expect(verdict).not.toMatch(reading.never);
    const english = pageOf("en", ...reading.pair);
    expect(english).toContain("The gap cannot be computed.");
    expect(english.slice(0, english.indexOf("This registry"))).not.toMatch(reading.never);
    expect(english).not.toMatch(/December 1,/);
  });
});

describe("the window set beside 808", () => {
  it("is chosen among the beginnings that others gave, a month staying a month", () => {
    const choices = windowChoices(
      wordsOf("es", "claims"),
      figureAt("interior-ministry-rel-2026-01-26"),
      published,
    );
    expect(choices.map(({ key }) => key)).toEqual(expect.arrayContaining(["2026-01-08", "2025-12"]));
    const december = choices.find(({ key }) => key === "2025-12");
    expect(december?.other.id).toBe("foro-penal-rel-2026-01-26-since-dec");
    expect(december?.label).toMatch(/^diciembre de 2025 \(día no conocido\): Foro Penal 383/);
    expect(choices.find(({ key }) => key === "2026-01-08")?.label).toContain("Foro Penal 266");
  });

  it("is not offered beside what an organisation counted, nor beside a number at a date", () => {
    for (const id of ["foro-penal-rel-2026-01-26-0900", "foro-penal-held-2026-01-19-2145"])
      expect(windowChoices(wordsOf("es", "claims"), figureAt(id), published)).toEqual([]);
  });
});

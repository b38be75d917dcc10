import { describe, expect, it } from "vitest";
import { gapBetween } from "@/lib/claims/compare/rules";
import { inOrder, pairings } from "@/lib/claims/pairs/rules";
import * as allowed from "@/lib/claims/schema";
import { differenceSentence, gapSentence, truths } from "@/lib/claims/sentences/rules";
import { figure } from "@/lib/claims/sentences/words/rules";
import { wordsOf } from "@/lib/i18n/messages";
import en from "@/lib/i18n/messages/en/claims.json";
import es from "@/lib/i18n/messages/es/claims.json";
import { neverSubtracted } from "./known-pairs";
import { figureOf, ledger } from "./ledger";

const words = { es: wordsOf("es", "claims"), en: wordsOf("en", "claims") };
const all = (locale: "es" | "en", a: string, b: string): string => {
  const [one, other] = inOrder(figureOf(a), figureOf(b));
  const w = words[locale];
  return [differenceSentence(w, one, other), gapSentence(w, one, other), ...truths(w, one, other)].join(" ");
};

describe("what is said of a pair", () => {
  it("406 and 84: what differs, that there is no gap, and then what is true", () => {
    const text = all("es", "presidency-rel-2026-01-14", "foro-penal-rel-2026-01-14-2030");
    expect(text).toMatch(
      /^Estas cifras no miden lo mismo: 406 es lo que la autoridad da por cumplido, y 84,/,
    );
    expect(text).toContain(
      "406 cuenta desde diciembre de 2025 (día no conocido), y 84, desde el 8 de enero de 2026",
    );
    expect(text).toContain("no se puede calcular");
    expect(text).toContain(
      "De 406 anunciadas, el Gobierno publicó 0 nombres; Foro Penal verificó 84 personas de su lista desde el 8 de enero de 2026",
    );
    expect(text).not.toMatch(/322|212/);
  });

  it("808 asserts no first of December", () => {
    for (const locale of ["es", "en"] as const) {
      const text = all(locale, "interior-ministry-rel-2026-01-26", "foro-penal-rel-2026-01-26-since-dec");
      expect(text).not.toMatch(/1 de diciembre|December 1|425|542/);
      expect(text).toMatch(/hacia diciembre de 2025|around December 2025/);
    }
  });

  it("863 and 84: a list does not shrink one for one", () => {
    const text = all("es", "foro-penal-held-2025-12-29", "foro-penal-rel-2026-01-16-0700");
    expect(text).toContain("863 es al 29 de diciembre de 2025");
    expect(text).toContain("no bajan ese número una por una");
  });

  it("777 and 1,345 are two registers", () => {
    const text = all("en", "foro-penal-held-2026-01-19-2145", "clippve-held-2026-01-15");
    expect(text).toContain("777 is as of January 19, 2026 at 9:45 PM");
    expect(text).toContain("more than 1,345");
    expect(text).toContain("two separate registers");
  });

  it("80 keeps its doubtful author, and is followed to 104", () => {
    const [official, own, later] = [
      "government-rel-undated",
      "foro-penal-rel-2026-01-25-day-am",
      "foro-penal-rel-2026-01-25-2000-day",
    ].map(figureOf);
    if (!official || !own || !later) throw new Error("a figure is missing");
    const text = truths(words.es, official, own, later).join(" ");
    expect(text).toContain("Las fuentes no coinciden en quién dio la cifra");
    expect(text).toContain("la cambió por 104");
    expect(differenceSentence(words.es, official, own)).toContain("discrepan sobre quién dio la cifra");
  });

  it.each(neverSubtracted)("%s and %s are told apart in both languages, without their difference", (a, b) => {
    const [one, other] = [figureOf(a), figureOf(b)];
    const gap = Math.abs((one.value ?? 0) - (other.value ?? 0));
    for (const locale of ["es", "en"] as const) {
      const text = all(locale, a, b);
      expect(text).toMatch(/no se puede calcular|cannot be computed/);
      expect(text).not.toMatch(new RegExp(`(^|[^0-9.,:])${gap}([^0-9]|$)`));
    }
  });

  it("143 after 139 is four more counted, not four more let out", () => {
    expect(all("es", "foro-penal-rel-2026-01-17-1700", "foro-penal-rel-2026-01-19-1930")).toContain(
      "Foro Penal contó 4 más entre",
    );
  });

  it("says nothing confirmed as confirmed, never as a bare 0", () => {
    const nothing = { ...figureOf("foro-penal-rel-2026-01-19-1930"), value: 0 };
    expect(figure(words.es, nothing)).toBe("0 confirmadas");
    expect(truths(words.es, figureOf("presidency-rel-2026-01-23"), nothing).join(" ")).toContain(
      "Foro Penal no confirmó ninguna",
    );
  });

  it("has a whole sentence for every pair of the ledger, in both languages", () => {
    const broken: string[] = [];
    for (const [id, beside] of pairings(ledger)) {
      for (const { claim } of beside) {
        for (const locale of ["es", "en"] as const) {
          const text = all(locale, id, claim.id);
          const [a, b] = inOrder(figureOf(id), claim);
          const bare = /claims\.|undefined|null|\{|\}|\.\.| {2}/.test(text);
          if (bare || gapBetween(a, b).computable) broken.push(`${id} ${claim.id}: ${text}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});

describe("the words", () => {
  const keys = (value: object, path = ""): string[] =>
    Object.entries(value).flatMap(([key, below]) =>
      typeof below === "string" ? [`${path}${key} ${holes(below)}`] : keys(below, `${path}${key}.`),
    );
  const holes = (text: string): string =>
    [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name))].sort().join(",");

  it("are the same keys with the same holes in both languages", () => {
    expect(keys(en).sort()).toEqual(keys(es).sort());
  });

  it("cover every value a cell may hold", () => {
    const lists: [Record<string, string>, readonly string[]][] = [
      [es.measureWords, allowed.measures],
      [es.measureShort, allowed.measures],
      [es.kindWords, allowed.kinds],
      [es.stageWords, allowed.stages],
      [es.populationWords, allowed.populations],
      [es.scopeWords, allowed.releaseScopes],
      [es.unitWords, allowed.units],
      [es.houseArrestWords, allowed.houseArrests],
      [es.names, allowed.namesPublished],
      [es.figure, allowed.qualifiers],
      [es.conflicts, allowed.conflictKinds],
      [es.parts, allowed.partNames],
      [es.said.none, allowed.stages],
      [es.found.counted, allowed.measures],
      [es.found.verified, allowed.measures],
    ];
    for (const [sentences, values] of lists)
      expect(Object.keys(sentences)).toEqual(expect.arrayContaining([...values]));
  });
});

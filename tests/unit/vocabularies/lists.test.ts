import { describe, expect, it } from "vitest";
import {
  findTerm,
  isFamilySource,
  isHeldState,
  isPublicSource,
  type ListName,
  label,
  vocabularies,
} from "@/lib/vocabularies/rules";

const names = Object.keys(vocabularies) as ListName[];

describe("every list", () => {
  it.each(names)("%s has distinct codes and words in both languages", (name) => {
    const terms = vocabularies[name];
    expect(new Set(terms.map((term) => term.code)).size).toBe(terms.length);
    for (const term of terms) {
      expect(term.es.trim(), term.code).not.toBe("");
      expect(term.en.trim(), term.code).not.toBe("");
    }
  });
});

describe("places", () => {
  it("has the 25 entities of ISO 3166-2:VE, without VE-Q", () => {
    const codes = vocabularies.entity.map((entity) => entity.code);
    expect(codes.length).toBe(25);
    expect(codes).not.toContain("VE-Q");
    expect(codes.every((code) => /^VE-[A-PR-Z]$/.test(code))).toBe(true);
  });

  it("calls Vargas by its present name and still recognises the old one", () => {
    expect(label("entity", "VE-X", "es")).toBe("La Guaira");
    expect(findTerm("entity", "VE-X")?.aliases).toContain("Vargas");
  });

  it("ties each named site to a real entity and a real kind; Boleíta lies in Miranda, not in the capital", () => {
    for (const site of vocabularies.facility) {
      if (site.entity) expect(findTerm("entity", site.entity), site.code).not.toBeNull();
      expect(findTerm("facility_kind", site.kind ?? ""), site.code).not.toBeNull();
    }
    expect(findTerm("facility", "ZONA7")?.entity).toBe("VE-M");
    expect(findTerm("facility", "DGCIM-BOL")?.entity).toBe("VE-M");
  });
});

describe("what words mean for counting and for harm", () => {
  it("holds people under house arrest and with a release nobody carried out", () => {
    expect(isHeldState("house_arrest")).toBe(true);
    expect(isHeldState("release_ordered_not_executed")).toBe(true);
    expect(isHeldState("released_with_measures")).toBe(false);
    expect(isHeldState("a word of tomorrow")).toBe(false);
  });

  it("knows which sources are the family's and which may be named in public", () => {
    expect(["relative", "person", "lawyer"].every(isFamilySource)).toBe(true);
    expect(["co_detainee", "press", "official_document"].some(isFamilySource)).toBe(false);
    expect(["relative", "co_detainee", "lawyer", "site_visit"].some(isPublicSource)).toBe(false);
    expect(["press", "official_document"].every(isPublicSource)).toBe(true);
  });

  it("prints a code that came uncoded from an import as it came", () => {
    expect(label("facility", "UN-SITIO-NUEVO", "es")).toBe("UN-SITIO-NUEVO");
  });
});

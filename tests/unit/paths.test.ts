import { describe, expect, it } from "vitest";
import { counterpart, href, isPage, type PathName, paths, pathTo } from "@/lib/i18n/paths";

describe("addresses in two languages", () => {
  it.each([
    ["/", "/en"],
    ["/casos", "/en/cases"],
    ["/casos/7K3Q-9F", "/en/cases/7K3Q-9F"],
    ["/casos?pagina=2#lista", "/en/cases?pagina=2#lista"],
    ["/comparar/cuentas", "/en/compare/accounts"],
    ["/cambios?de=2026-01-19&a=2026-01-26", "/en/changes?de=2026-01-19&a=2026-01-26"],
    ["/tramite/paso-1", "/en/procedure/step-1"],
    ["/casosx", "/en/casosx"],
    ["/?x=1", "/en?x=1"],
  ])("%s is %s in English and back", (es, en) => {
    expect(pathTo("en", es)).toBe(en);
    expect(pathTo("es", es)).toBe(es);
    expect(counterpart(es)).toEqual({ locale: "en", href: en });
    expect(counterpart(en)).toEqual({ locale: "es", href: es });
  });

  it("tells a page of its own from one thing below it", () => {
    expect(["/comparar/cuentas", "/en/compare/accounts", "/cambios", "/en"].map(isPage)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["/comparar/foro-penal", "/en/comparar/cuentas", "/en/compare/cuentas"].map(isPage)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("gives every page an address of its own in each language", () => {
    const names = Object.keys(paths) as PathName[];
    for (const locale of ["es", "en"] as const) {
      expect(new Set(names.map((name) => href(locale, name))).size).toBe(names.length);
    }
    expect(href("en", "casos", "a/b")).toBe("/en/cases/a%2Fb");
  });
});

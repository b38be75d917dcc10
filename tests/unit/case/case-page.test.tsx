import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CasePage } from "@/components/case/case-page";
import { custodyWords, stateSentence } from "@/components/case/state-words";
import { type NamedCase, namedCase } from "@/lib/opendata/cases/schema";
import { namedContent } from "@/lib/publication/naming/schema";

const named = (change: Partial<NamedCase> = {}): NamedCase =>
  namedCase.parse({
    reference: "7K3Q-9F",
    name: "Yusmary Zambrano",
    state: "apprehended",
    since: "2026-01",
    detailsHidden: false,
    entity: "VE-X",
    events: [
      { track: "custody", state: "apprehended", month: "2026-01" },
      { track: "process", state: "charged", month: null },
    ],
    sources: { count: 3, kinds: ["press"] },
    sex: "woman",
    changed: "2026-01-26",
    ...change,
  });

const page = (of: NamedCase): string =>
  renderToStaticMarkup(<CasePage locale="es" named={of} address="https://example.org/casos/7K3Q-9F" />);

describe("the page of a named person", () => {
  it("prints the state to the month, in words that agree with her, and the entity by its present name", () => {
    const html = page(named());
    expect(html).toContain("Detenida desde enero de 2026.");
    expect(html).toContain("La Guaira");
    expect(html).toContain("Mes no conocido");
    expect(html).toContain("3 fuentes independientes");
    expect(html).toContain("puede pedir en privado");
  });

  it("has words in both languages for every state that can be published", () => {
    for (const state of namedContent.shape.state.options)
      for (const locale of ["es", "en"] as const)
        for (const sex of ["woman", "man", "other", "unknown"])
          expect(custodyWords(locale, state, sex)).not.toMatch(/states\.|[{}]/);
  });

  it("after a release shows the name and the plain state, and no other detail, whatever the row still holds", () => {
    const html = page(named({ state: "released", detailsHidden: true, changed: null }));
    expect(html).toContain("Excarcelada.");
    for (const detail of ["La Guaira", "enero de 2026", "fuentes independientes", "Imputación", "2026-01"])
      expect(html).not.toContain(detail);
  });

  it("says a death as a death, in its month", () => {
    const died = { state: "died_in_custody", sex: "man", since: "2026-02", detailsHidden: false };
    expect(stateSentence("es", died)).toBe("Murió bajo custodia del Estado en febrero de 2026.");
  });
});

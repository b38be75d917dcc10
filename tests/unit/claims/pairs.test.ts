import { describe, expect, it } from "vitest";
import { pairId, pairings, readPair } from "@/lib/claims/pairs/rules";
import { figureOf, ledger } from "./ledger";

const beside = pairings(ledger);
const idsBeside = (id: string) => (beside.get(id) ?? []).map(({ claim }) => claim.id);

describe("figures that stand beside each other", () => {
  it.each([
    ["presidency-rel-2026-01-14", "foro-penal-rel-2026-01-14-2030"],
    ["presidency-rel-2026-01-16", "foro-penal-rel-2026-01-16-0700"],
    ["interior-ministry-rel-2026-01-26", "foro-penal-rel-2026-01-26-since-dec"],
    ["interior-ministry-rel-2026-01-26", "foro-penal-rel-2026-01-26-0900"],
    ["foro-penal-rel-2026-01-14-2030", "foro-penal-held-2025-12-29"],
    ["foro-penal-rel-2026-01-16-0700", "foro-penal-held-2025-12-29"],
    ["public-ministry-rel-2024-12-14", "foro-penal-rel-2024-12-14"],
    ["national-assembly-rel-2026-02-23", "foro-penal-rel-2026-02-23-amnesty-list"],
    ["national-assembly-rel-2026-03-02", "jep-rel-2026-03-02-post-amnesty"],
    ["penitentiary-ministry-rel-2026-01-12", "pud-rel-2026-01-12"],
    ["penitentiary-ministry-rel-2026-01-12", "jep-rel-2026-01-12"],
    ["penitentiary-ministry-rel-2026-01-12", "jep-rel-2026-01-16"],
    ["national-assembly-rel-2026-01-13", "foro-penal-rel-2026-01-13"],
    ["presidency-rel-2026-01-23", "foro-penal-rel-2026-01-23"],
    ["government-rel-undated", "foro-penal-rel-2026-01-25-day-am"],
    ["government-rel-undated", "foro-penal-rel-2026-01-25-2000-day"],
    ["foro-penal-held-2026-01-19-2145", "clippve-held-2026-01-15"],
    ["us-government-rel-2025-07-18", "clippve-rel-from-2025-07-18"],
    ["national-assembly-restr-2026-02-21", "foro-penal-restr-2026-02-07"],
  ])("%s and %s, from either side", (a, b) => {
    expect(idsBeside(a)).toContain(b);
    if (figureOf(a).claimant !== figureOf(b).claimant) expect(idsBeside(b)).toContain(a);
  });

  it("never sets authority against authority, nor a figure beside itself", () => {
    for (const claim of ledger) {
      const others = (beside.get(claim.id) ?? []).map((pairing) => pairing.claim);
      expect(new Set(others).size).toBe(others.length);
      expect(others).not.toContain(claim);
      if (claim.claimantKind !== "government") continue;
      expect(others.filter(({ claimantKind }) => claimantKind === "government")).toEqual([]);
    }
  });

  it("is the same whatever the order of the ledger", () => {
    const turned = pairings([...ledger].reverse());
    for (const { id } of ledger) {
      const ids = (turned.get(id) ?? []).map(({ claim }) => claim.id);
      expect([...ids].sort()).toEqual(idsBeside(id).sort());
    }
  });
});

describe("the address of a pair", () => {
  const [a, b] = [figureOf("presidency-rel-2026-01-14"), figureOf("foro-penal-rel-2026-01-14-2030")];

  it("puts the authority first, from whichever side", () => {
    expect(pairId(a, b)).toBe("presidency-rel-2026-01-14--foro-penal-rel-2026-01-14-2030");
    expect(pairId(b, a)).toBe(pairId(a, b));
    expect(readPair(pairId(a, b), ledger)).toEqual([a, b]);
    expect(readPair(`${b.id}--${a.id}`, ledger)).toEqual([a, b]);
  });

  it.each([
    "presidency-rel-2026-01-14--presidency-rel-2026-01-14",
    "presidency-rel-2026-01-14--nobody",
    "presidency-rel-2026-01-14",
    "a--b--c",
    "",
  ])("reads nothing else: %s", (id) => {
    expect(readPair(id, ledger)).toBeNull();
  });
});

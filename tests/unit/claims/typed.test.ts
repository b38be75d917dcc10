import { expect, test } from "vitest";
import { typedFigure } from "@/lib/claims/entries/schema";

test("who said it is written as anybody writes it, and kept by the ledger's own name", () => {
  for (const [typed, kept] of [
    ["Comité de Familiares", "comite-de-familiares"],
    [" Foro  Penal ", "foro-penal"],
    ["foro-penal", "foro-penal"],
    ["", ""],
  ] as const)
    expect(typedFigure.parse({ claimant: typed }).claimant).toBe(kept);
});

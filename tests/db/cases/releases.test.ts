import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/cases/dossier/commands";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import { type Cast, givenCast } from "@/tests/support/cast";
import { at, dawn, givenCase, plainCase, plainFact } from "@/tests/support/stories";

let cast: Cast;
const later = at("2026-02-01T12:00:00Z");
const on = (date: string) => ({ earliest: date, latest: date });

beforeAll(async () => {
  cast = await givenCast();
});

const release = (state: string, episode = 1) =>
  ({ track: "custody", state, episode, effective: on("2026-01-20") }) as WrittenFact;
const measure = (state: string, more: object = {}) =>
  ({
    track: "measure",
    state,
    episode: 1,
    basis: "written_order",
    effective: on("2026-01-15"),
    ...more,
  }) as WrittenFact;

describe("a release beside open measures", () => {
  test("is refused while house arrest is open: opening a case, correcting, recording, and at confirmation", async () => {
    const facts = [plainFact, measure("VE242.1"), release("released_unspecified")] as never;
    await expect(openCase(cast.ines, { ...plainCase, facts }, dawn)).rejects.toMatchObject({
      code: "house_arrest_open",
    });
    const { caseId } = await givenCase(cast.ines);
    const out = await recordFact(cast.ines, caseId, release("released_with_measures"), later);
    const arrest = await recordFact(cast.ines, caseId, measure("VE242.1"), later);
    await confirmFact(cast.vera, arrest, later);
    await expect(confirmFact(cast.vera, out, later)).rejects.toMatchObject({ code: "house_arrest_open" });
    const ended = measure("VE242.1", { end: on("2026-01-19") });
    const end = await supersedeFact(cast.ines, arrest, ended, "El tribunal la levantó.", later);
    await expect(confirmFact(cast.vera, out, later)).rejects.toMatchObject({ code: "house_arrest_open" });
    await confirmFact(cast.vera, end, later);
    await confirmFact(cast.vera, out, later);
    const again = measure("VE242.1", { effective: on("2026-01-21") });
    await recordFact(cast.ines, caseId, again, later);
    await expect(
      supersedeFact(cast.ines, out, release("released_unspecified"), "Sin precisar.", later),
    ).rejects.toMatchObject({ code: "house_arrest_open" });
  });

  test("is not full freedom while any measure is open, and is a release with measures", async () => {
    const { caseId } = await givenCase(cast.ines);
    await recordFact(cast.ines, caseId, measure("VE242.3"), later);
    await expect(recordFact(cast.ines, caseId, release("released_full"), later)).rejects.toMatchObject({
      code: "measures_open",
    });
    await recordFact(cast.ines, caseId, release("released_with_measures"), later);
  });

  test("of an earlier detention is not judged by the measures of a later one", async () => {
    const { caseId } = await givenCase(cast.ines);
    await recordFact(cast.ines, caseId, measure("VE242.1", { episode: 2 }), later);
    await recordFact(cast.ines, caseId, release("released_full"), later);
  });
});

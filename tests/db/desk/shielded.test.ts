import { beforeAll, describe, expect, test } from "vitest";
import type { CaseForm } from "@/lib/cases/dossier/schema";
import { setAsideFact } from "@/lib/cases/facts/retraction/commands";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { recordFact as recordProtecting } from "@/lib/publication/facts/commands";
import { confirmNaming, proposeNaming } from "@/lib/publication/naming/commands";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast } from "../../support/cast";
import { at, givenCase, givenDecision, plainCase, plainFact } from "../../support/stories";

let cast: Cast;
const second = at("2026-01-22T12:00:00Z");
const third = at("2026-01-23T12:00:00Z");
const later = at("2026-02-10T12:00:00Z");
const yes = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;
beforeAll(async () => {
  cast = await givenCast();
});

/** Somebody verified whose family permits the name. */
async function givenVerified(changes: Partial<CaseForm> = {}) {
  const opened = await givenCase(cast.ines, { permissions: [...plainCase.permissions, yes], ...changes });
  const decisionId = await givenDecision(cast.vera, opened.caseId);
  await reviewDecision(cast.clara, decisionId, { agreed: true, note: "" }, second);
  return opened;
}

describe("a name while somebody may have been a minor", () => {
  test("is blocked, and a page comes down, while an earlier detention as a minor only waits; set aside, two people name again", async () => {
    const adult = { ...plainCase.traits, birthYear: 2004 };
    const { caseId, reference } = await givenVerified({ traits: adult as CaseForm["traits"] });
    await confirmNaming(cast.carlos, await proposeNaming(cast.elena, caseId, third), third);
    expect(await findNamedCase(reference)).not.toBeNull();
    const [current] = (await findCaseForDesk(cast.vera, reference, third)).facts;
    expect(current).toBeDefined();
    const earlier = {
      ...plainFact,
      effective: { earliest: "2020-03-01", latest: "2020-03-01" },
    };
    const waiting = await recordProtecting(cast.ines, caseId, earlier, later);
    expect(await findNamedCase(reference)).toBeNull();
    const shown = await findCaseForDesk(cast.vera, reference, later);
    expect(shown.naming).toMatchObject({ shielded: true, refusal: "minor_never_named", published: false });
    await expect(proposeNaming(cast.elena, caseId, later)).rejects.toMatchObject({
      code: "minor_never_named",
    });
    await setAsideFact(cast.ines, waiting, "Era su hermano.", later);
    expect((await findCaseForDesk(cast.vera, reference, later)).naming.shielded).toBe(false);
    expect(await findNamedCase(reference)).toBeNull();
    const again = at("2026-02-12T12:00:00Z");
    await confirmNaming(cast.carlos, await proposeNaming(cast.elena, caseId, again), again);
    expect(await findNamedCase(reference)).not.toBeNull();
  });

  test("in doubt about the age a permission to name is withheld from sight", async () => {
    const { reference } = await givenVerified({ traits: { sex: "man", birthYear: 2008 } });
    expect((await findCaseForDesk(cast.vera, reference, third)).naming).toMatchObject({
      shielded: true,
      refusal: "minor_never_named",
    });
  });
});

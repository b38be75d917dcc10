import { beforeAll, describe, expect, test } from "vitest";
import type { CaseForm } from "@/lib/cases/dossier/schema";
import { confirmFact as confirmWithoutPage, recordFact } from "@/lib/cases/facts/commands";
import { proposeRetraction, setAsideFact } from "@/lib/cases/facts/retraction/commands";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { confirmFact, confirmRetraction } from "@/lib/publication/facts/commands";
import { confirmNaming, proposeNaming, withdrawNaming } from "@/lib/publication/naming/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { writeDecision } from "@/lib/vetting/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenCase, givenDecision, negativeDecision, plainCase } from "../../support/stories";

let cast: Cast;
const second = at("2026-01-22T12:00:00Z");
const third = at("2026-01-23T12:00:00Z");
const later = at("2026-02-10T12:00:00Z");
const yes = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;
const named = [...plainCase.permissions, yes] as const;
beforeAll(async () => {
  cast = await givenCast();
});

/** A verified adult whose family permits the name. */
async function givenVerified(changes: Partial<CaseForm> = {}) {
  const opened = await givenCase(cast.ines, { permissions: [...named], ...changes });
  const decisionId = await givenDecision(cast.vera, opened.caseId);
  await reviewDecision(cast.clara, decisionId, { agreed: true, note: "" }, second);
  return opened;
}
async function givenNamed() {
  const opened = await givenVerified();
  await confirmNaming(cast.carlos, await proposeNaming(cast.elena, opened.caseId, third), third);
  return opened;
}
const release = { earliest: "2026-02-05", latest: "2026-02-05" };
const given = (granted: boolean) => ({ ...yes, granted });

describe("naming", () => {
  test("is public once a second person confirms, in the whitelisted shape, and leaves a trail", async () => {
    const { caseId, reference } = await givenVerified();
    const namingId = await proposeNaming(cast.elena, caseId, third);
    expect(await findNamedCase(reference)).toBeNull();
    await confirmNaming(cast.carlos, namingId, third);
    expect(await findNamedCase(reference)).toEqual({
      reference,
      name: "Yusmary de los Ángeles",
      state: "apprehended",
      since: "2026-01",
      detailsHidden: false,
      entity: "VE-V",
      events: [{ track: "custody", state: "apprehended", month: "2026-01" }],
      corrections: [],
      sources: { count: 2, kinds: ["official_document"] },
      sex: "woman",
      changed: "2026-01-23",
    });
    expect((await trailOf()).slice(-2)).toEqual(["elena naming.proposed", "carlos naming.confirmed"]);
    await expect(confirmNaming(cast.clara, namingId, third)).rejects.toMatchObject({
      code: "already_confirmed",
    });
    await expect(proposeNaming(cast.clara, caseId, third)).rejects.toMatchObject({ code: "already_named" });
  });

  test("is not confirmed by who proposed it, nor by a vetter; two at once name once", async () => {
    const { caseId, reference } = await givenVerified();
    await expect(proposeNaming(cast.vera, caseId, third)).rejects.toMatchObject({ code: "not_permitted" });
    const namingId = await proposeNaming(cast.carlos, caseId, third);
    await expect(confirmNaming(cast.carlos, namingId, third)).rejects.toMatchObject({ code: "same_person" });
    await expect(confirmNaming(cast.vera, namingId, third)).rejects.toMatchObject({ code: "not_permitted" });
    expect(await findNamedCase(reference)).toBeNull();
    const both = await Promise.allSettled(
      [cast.clara, cast.elena].map((who) => confirmNaming(who, namingId, third)),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await findNamedCase(reference)).not.toBeNull();
  });

  test.each([
    ["nobody permitted it", { permissions: plainCase.permissions }, "naming_not_permitted"],
    [
      "one permits and another refuses",
      { permissions: [...named, { purpose: "name", granted: false, givenBy: "lawyer" }] },
      "naming_not_permitted",
    ],
    ["a minor", { traits: { ...plainCase.traits, birthYear: 2010 } }, "minor_never_named"],
    ["the age is not known", { traits: { ...plainCase.traits, birthYear: null } }, "minor_never_named"],
    [
      "the birth year leaves a doubt",
      { traits: { ...plainCase.traits, birthYear: 2008 } },
      "minor_never_named",
    ],
  ] as [string, Partial<CaseForm>, string][])("is refused when %s", async (_why, changes, code) => {
    const { caseId } = await givenVerified(changes);
    await expect(proposeNaming(cast.elena, caseId, third)).rejects.toMatchObject({ code });
    expect(await asOwner("SELECT FROM registry.naming_acts WHERE case_id = $1", [caseId])).toHaveLength(0);
  });

  test.each([
    ["nobody's standing was checked", { standing: false }, "standing_unchecked"],
    ["an organisation gives it", { givenBy: "partner" }, "giver_may_not"],
  ] as const)("is not permitted when %s, and no answer is left behind", async (_why, changes, code) => {
    const { caseId } = await givenVerified({ permissions: plainCase.permissions });
    const before = (await trailOf()).length;
    await expect(recordPermission(cast.ines, caseId, { ...yes, ...changes }, later)).rejects.toMatchObject({
      code,
    });
    expect(
      await asOwner("SELECT FROM registry.permissions WHERE case_id = $1 AND purpose = 'name'", [caseId]),
    ).toHaveLength(0);
    expect((await trailOf()).length).toBe(before);
    await recordPermission(cast.ines, caseId, { ...yes, standing: false, granted: false }, later);
  });

  test("is refused before a verdict", async () => {
    const { caseId } = await givenCase(cast.ines, { permissions: [...named] });
    await expect(proposeNaming(cast.elena, caseId, third)).rejects.toMatchObject({ code: "not_verified" });
  });
});

describe("the page follows what is known and permitted", () => {
  test("a refusal takes it down at once, and a new yes does not bring it back by itself", async () => {
    const { caseId, reference } = await givenNamed();
    await recordPermission(cast.ines, caseId, given(false), later);
    expect(await findNamedCase(reference)).toBeNull();
    await recordPermission(cast.ines, caseId, given(true), later);
    expect(await findNamedCase(reference)).toBeNull();
    const march = at("2026-03-01T12:00:00Z");
    await confirmNaming(cast.carlos, await proposeNaming(cast.elena, caseId, march), march);
    expect(await findNamedCase(reference)).not.toBeNull();
  });

  test("one person withdraws it; withdrawing twice is refused", async () => {
    const { caseId, reference } = await givenNamed();
    await expect(withdrawNaming(cast.vera, caseId, "x", later)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await withdrawNaming(cast.elena, caseId, "lo pide la familia", later);
    expect(await findNamedCase(reference)).toBeNull();
    await expect(withdrawNaming(cast.elena, caseId, "x", later)).rejects.toMatchObject({ code: "not_named" });
  });

  test("any release hides all but the name until the person is asked again", async () => {
    const { caseId, reference } = await givenNamed();
    const factId = await recordFact(
      cast.ines,
      caseId,
      { track: "custody", state: "released_with_measures", episode: 1, effective: release },
      later,
    );
    expect((await findNamedCase(reference))?.detailsHidden).toBe(false);
    await confirmFact(cast.vera, factId, later);
    expect(await findNamedCase(reference)).toMatchObject({
      name: "Yusmary de los Ángeles",
      state: "released",
      detailsHidden: true,
      since: null,
      entity: null,
      events: [],
      sources: { count: 0, kinds: [] },
      sex: "unknown",
      changed: null,
    });
    const asked = { purpose: "name", granted: true, givenBy: "person", standing: true } as const;
    await recordPermission(cast.ines, caseId, asked, at("2026-02-12T12:00:00Z"));
    expect(await findNamedCase(reference)).toMatchObject({
      state: "released_with_measures",
      since: "2026-02",
      detailsHidden: false,
    });
    const left = await proposeRetraction(cast.ines, factId, "no había salido", at("2026-02-13T12:00:00Z"));
    expect((await findNamedCase(reference))?.state).toBe("released_with_measures");
    await confirmRetraction(cast.clara, left, at("2026-02-13T12:00:00Z"));
    const corrected = [{ track: "custody", month: "2026-02" }];
    expect(await findNamedCase(reference)).toMatchObject({ state: "apprehended", corrections: corrected });
  });

  test("a death is in no public byte before next of kin are told", async () => {
    const { caseId, reference } = await givenNamed();
    const died = await recordFact(
      cast.ines,
      caseId,
      { track: "custody", state: "died_in_custody", episode: 1, effective: release },
      later,
    );
    await expect(confirmFact(cast.clara, died, later)).rejects.toMatchObject({ code: "kin_not_told" });
    await setAsideFact(cast.clara, died, "se anotó por error", later);
    const count = { purpose: "count", granted: true, givenBy: "relative" } as const;
    await recordPermission(cast.ines, caseId, count, later);
    expect(await findNamedCase(reference)).toMatchObject({ state: "apprehended", changed: "2026-01-23" });
  });

  test("a verdict is not withdrawn like a fact: only another decision replaces it", async () => {
    const { caseId, reference } = await givenNamed();
    const [verdict] = await asOwner<{ id: string }>(
      "SELECT id FROM registry.facts WHERE case_id = $1 AND state = 'verified_political' AND known_to IS NULL",
      [caseId],
    );
    await expect(proposeRetraction(cast.clara, verdict?.id ?? "", "no es", later)).rejects.toMatchObject({
      code: "not_permitted",
    });
    expect(await findNamedCase(reference)).not.toBeNull();
  });

  test("losing the verdict takes it down", async () => {
    const { caseId, reference } = await givenNamed();
    const decisionId = await writeDecision(cast.vera, caseId, negativeDecision("out_of_scope"), later);
    await reviewDecision(cast.clara, decisionId, { agreed: true, note: "" }, later);
    expect(await findNamedCase(reference)).toBeNull();
  });

  test("a command that forgets the page takes it down: the database leaves no release on show", async () => {
    const { caseId, reference } = await givenNamed();
    const factId = await recordFact(
      cast.ines,
      caseId,
      { track: "custody", state: "released_full", episode: 1, effective: release },
      later,
    );
    expect(await findNamedCase(reference)).not.toBeNull();
    await confirmWithoutPage(cast.vera, factId, later);
    expect(await findNamedCase(reference)).toBeNull();
  });
});

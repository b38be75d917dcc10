import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import type { CaseForm } from "@/lib/cases/dossier/schema";
import { recordFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { printFiling, requestFiling } from "@/lib/filings/commands";
import { listFilingRefusals } from "@/lib/filings/queries";
import { withoutContacts } from "@/lib/filings/sheet/rules";
import { confirmFact } from "@/lib/publication/facts/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { listCaseActs } from "@/lib/vetting/cases/history/queries";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, dawn, givenCase, givenDecision, plainCase, plainFact } from "../../support/stories";

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
});

const second = at("2026-01-22T12:00:00Z");
const third = at("2026-01-23T12:00:00Z");
const later = at("2026-02-10T12:00:00Z");
const yes = { purpose: "un", granted: true, givenBy: "relative", standing: true } as const;
const no = { ...yes, granted: false } as const;
const un = (reference: string) => ({ reference, recipient: "un_special_procedures" as const });

async function given(permissions: CaseForm["permissions"] = [], changes: Partial<CaseForm> = {}) {
  return givenCase(cast.ines, {
    permissions: [...plainCase.permissions, ...(permissions ?? [])],
    ...changes,
  });
}
const prints = (who: StaffActor, reference: string, clock = third) => printFiling(who, un(reference), clock);

describe("the printed record", () => {
  test("is whole, for the recipient permitted, by letters and with a mark that the trail keeps", async () => {
    const speaker = {
      givenBy: "relative" as const,
      who: "Hermana: Carmen Secreta, 0412-555.11.22",
      how: "Cédula vista por videollamada.",
      answers: [{ purpose: "un" as const, granted: true, textVersion: "2026-11" }],
    };
    const witness = { kind: "witness", origin: "witness:vecino-del-4b" };
    const { caseId, reference } = await given([], {
      speakers: [speaker],
      facts: [{ ...plainFact, sources: [...plainFact.sources, witness] }],
      evidence: [
        ...plainCase.evidence,
        {
          ...{ kind: "witness", origin: "witness:vecino-del-4b", lead: true },
          words: {
            title: "Relato",
            quotation: "Llame al 0414 123 45 67 o a vecino@correo.example.",
            place: "",
          },
        },
      ],
    });
    const decision = await givenDecision(cast.vera, caseId);
    await reviewDecision(cast.clara, decision, { agreed: true, note: "De acuerdo." }, second);
    const waiting = await recordFact(cast.ines, caseId, { ...plainFact, state: "died_in_custody" }, second);
    const sheet = await prints(cast.lucia, reference);

    expect(sheet).toMatchObject({ reference, recipient: "un_special_procedures", methodVersion: "1.0" });
    expect(sheet.identity.givenNames).toBe("Yusmary");
    expect(sheet.tracks.vetting?.state).toBe("verified_political");
    expect(sheet.episodes).toHaveLength(1);
    expect(sheet.episodes[0]?.facts.map(({ state }) => state)).toEqual(["apprehended"]);
    expect(sheet.episodes[0]?.facts[0]?.sources.map(({ origin }) => origin)).toEqual([
      "family",
      "court",
      "witness",
    ]);
    expect(sheet.evidence.map(({ sha256 }) => sha256.length)).toEqual([64, 64]);
    expect(sheet.evidence.find(({ kind }) => kind === "witness")).toMatchObject({
      lead: true,
      origin: "witness",
    });
    expect(sheet.decisions[0]).toMatchObject({ outcome: "verified_political", review: { agreed: true } });
    const boleta = sheet.evidence.findIndex(({ kind }) => kind === "official_document") + 1;
    expect(sheet.decisions[0]?.findings[0]?.restsOn).toEqual([boleta]);
    expect(sheet.permissions.map(({ purpose }) => purpose).sort()).toEqual(["count", "store", "un"]);

    const paper = JSON.stringify(sheet);
    for (const hidden of [
      "Carmen",
      "Hermana",
      'videollamada."}',
      "555.11",
      "vecino",
      "0414 123",
      "ines",
      "vera",
      "clara",
      "lucia",
      waiting,
      "died",
    ])
      expect(paper, hidden).not.toContain(hidden);
    expect(paper).toContain("▇▇▇");
    const people = [sheet.printedBy, sheet.decisions[0]?.authoredBy, sheet.decisions[0]?.review.by];
    expect(new Set(people).size).toBe(3);
    expect(people.every((one) => /^[A-Z]$/.test(one ?? ""))).toBe(true);

    expect((await trailOf()).at(-1)).toBe("lucia filing.printed");
    const { acts } = await listCaseActs(cast.clara, reference, third);
    expect(acts.find(({ action }) => action === "filing.printed")).toMatchObject({
      actor: "lucia",
      why: `un_special_procedures ${sheet.mark}`,
    });
    expect((await prints(cast.lucia, reference)).mark).not.toBe(sheet.mark);
  });

  test("tells what was corrected and why, and quotes evidence by a hash that only a change alters", async () => {
    const { caseId, reference } = await given([yes]);
    const decision = await givenDecision(cast.vera, caseId);
    await reviewDecision(cast.clara, decision, { agreed: true, note: "" }, second);
    const { facts } = await findCaseForDesk(cast.vera, reference, second);
    const fact = facts.find(({ track }) => track === "custody");
    const better = { ...plainFact, effective: { earliest: "2026-01-09", latest: "2026-01-10" } };
    const corrected = await supersedeFact(
      cast.ines,
      fact?.id ?? "",
      better,
      "La boleta dice otra fecha.",
      second,
    );
    await confirmFact(cast.vera, corrected, third);
    const [one, two] = [
      await prints(cast.lucia, reference, later),
      await prints(cast.clara, reference, later),
    ];
    expect(one.corrections).toHaveLength(1);
    expect(one.corrections[0]).toMatchObject({
      why: "La boleta dice otra fecha.",
      replacedBy: { id: corrected },
    });
    expect(one.evidence[0]?.sha256).toBe(two.evidence[0]?.sha256);
  });

  test.each([
    ["nobody was asked", [], "filing_not_permitted"],
    [
      "a relative said yes and nobody checked who they are",
      [{ ...yes, purpose: "iachr" as const }],
      "filing_not_permitted",
    ],
    [
      "one with standing says yes and another no",
      [yes, { ...no, givenBy: "lawyer" as const }],
      "filing_refused",
    ],
  ])("is refused where %s", async (_, permissions, code) => {
    const { reference } = await given(permissions);
    const before = (await trailOf()).length;
    await expect(prints(cast.clara, reference)).rejects.toMatchObject({ code });
    await expect(requestFiling(cast.clara, un(reference), third)).rejects.toMatchObject({ code });
    const refusals = await listFilingRefusals(cast.lucia, reference, third);
    expect(refusals.find(({ recipient }) => recipient === "un_special_procedures")?.refusal).toBe(code);
    expect(await trailOf()).toHaveLength(before);
  });

  test("is not stopped by the no of somebody whose standing nobody checked", async () => {
    const { reference } = await given([yes, { ...no, givenBy: "other", standing: false }]);
    expect((await prints(cast.lucia, reference)).reference).toBe(reference);
  });

  test("is refused again once the permission is withdrawn, and after a release until the person is asked", async () => {
    const { caseId, reference } = await given([yes]);
    const decision = await givenDecision(cast.vera, caseId);
    await reviewDecision(cast.clara, decision, { agreed: true, note: "" }, second);
    const out = { ...plainFact, state: "released_with_measures", whereabouts: null } as const;
    const day = { earliest: "2026-01-23", latest: "2026-01-23" };
    const release = await recordFact(cast.ines, caseId, { ...out, effective: day }, third);
    await prints(cast.lucia, reference);
    await confirmFact(cast.vera, release, at("2026-01-24T12:00:00Z"));
    await expect(prints(cast.lucia, reference, later)).rejects.toMatchObject({ code: "filing_ask_again" });
    await recordPermission(cast.ines, caseId, { ...yes, givenBy: "person" }, at("2026-02-09T12:00:00Z"));
    await prints(cast.lucia, reference, later);
    await recordPermission(cast.ines, caseId, { ...no, givenBy: "person" }, later);
    await expect(prints(cast.lucia, reference, at("2026-02-11T12:00:00Z"))).rejects.toMatchObject({
      code: "filing_refused",
    });
  });

  test("of somebody under 18 asks for a guardian's yes and a coordinator's hand; their own no is enough", async () => {
    const minor = { sex: "man", birthYear: 2010 } as CaseForm["traits"];
    const relative = await given([yes], { traits: minor });
    await expect(prints(cast.clara, relative.reference)).rejects.toMatchObject({
      code: "filing_guardian_needed",
    });
    const guarded = await given([{ ...yes, givenBy: "guardian" }], { traits: minor });
    await expect(prints(cast.lucia, guarded.reference)).rejects.toMatchObject({
      code: "filing_coordinator_needed",
    });
    expect((await prints(cast.clara, guarded.reference)).isMinor).toBe(true);
    const against = { ...no, givenBy: "person" as const, standing: false };
    const unwilling = await given([{ ...yes, givenBy: "guardian" }, against], { traits: minor });
    await expect(prints(cast.clara, unwilling.reference)).rejects.toMatchObject({ code: "filing_refused" });
    const doubt = await given([yes], { traits: { sex: "man" } });
    await expect(prints(cast.lucia, doubt.reference)).rejects.toMatchObject({
      code: "filing_coordinator_needed",
    });
    expect((await prints(cast.carlos, doubt.reference)).ageInDoubt).toBe(true);
  });

  test("asks for a second factor, is for lawyers and coordinators, and stands under the cap on identities opened", async () => {
    const { reference } = await given([yes]);
    const stale = { ...cast.lucia, factorAt: dawn() };
    await expect(prints(stale, reference)).rejects.toMatchObject({ code: "step_up_needed" });
    await expect(requestFiling(stale, un(reference), third)).rejects.toMatchObject({
      code: "step_up_needed",
    });
    for (const who of [cast.ines, cast.vera, cast.elena, cast.abel, cast.adela]) {
      await expect(prints(who, reference)).rejects.toMatchObject({ code: "not_permitted" });
      await expect(listFilingRefusals(who, reference, third)).rejects.toMatchObject({
        code: "not_permitted",
      });
    }
    await expect(prints(cast.lucia, "0000-00")).rejects.toMatchObject({ code: "not_found" });
    const busy = at("2026-03-01T12:00:00Z");
    const [{ n } = { n: 0 }] = await asOwner<{ n: number }>(
      "SELECT count(registry.append_audit($1, 'lucia', 'case.read', NULL))::int AS n FROM generate_series(1, 120)",
      [busy()],
    );
    expect(n).toBe(120);
    await expect(prints(cast.lucia, reference, busy)).rejects.toMatchObject({ code: "too_many_opened" });
  });
});

test.each([
  ["Teléfono 0412-555.11.22 de la tía", "Teléfono ▇▇▇ de la tía"],
  ["+58 414 5551122, de noche", "▇▇▇, de noche"],
  ["(0212) 555 11 22", "▇▇▇"],
  ["escriba a tia.ana+1@correo.example", "escriba a ▇▇▇"],
  ["expediente 3C-2026-004512 del 2026-01-10", "expediente 3C-2026-004512 del 2026-01-10"],
  ["cédula V-12.345.678", "cédula V-12.345.678"],
])("no way to reach a family stays in a text: %s", (text, shown) => {
  expect(withoutContacts(text)).toBe(shown);
});

import { beforeAll, describe, expect, test } from "vitest";
import { confirmFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { recordRemedy } from "@/lib/cases/facts/remedies/commands";
import type { RemedyRecord } from "@/lib/cases/facts/remedies/schema";
import { confirmRetraction, proposeRetraction, setAsideFact } from "@/lib/cases/facts/retraction/commands";
import { remedyStates, type WrittenFact } from "@/lib/cases/facts/schema";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { remedyForm } from "@/lib/vetting/cases/remedies/schema";
import { writeDecision } from "@/lib/vetting/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenCase, plainCase, plainFact, soundDecision } from "../../support/stories";

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
});

const second = at("2026-01-22T12:00:00Z");
const third = at("2026-01-23T12:00:00Z");
const day = { earliest: "2026-01-12", latest: "2026-01-12" };
const denied = {
  fact: {
    track: "remedy",
    state: "information_denied",
    episode: 1,
    effective: day,
    facility: "ZONA7",
    authority: "PNB",
    result: "said_not_here",
    sources: [{ kind: "denial_log", origin: "family" }],
  },
  said: "Un oficial de guardia en la puerta",
} satisfies RemedyRecord;
const habeas = {
  fact: {
    ...denied.fact,
    ...{
      state: "habeas_corpus",
      facility: null,
      authority: "Juzgado 3.º de Control de Caracas",
      result: null,
    },
    sources: [{ kind: "habeas_corpus", origin: "family" }],
  },
} satisfies RemedyRecord;

const remediesOf = async (reference: string) =>
  (await findCaseForDesk(cast.vera, reference, third)).facts.filter(({ track }) => track === "remedy");

describe("a remedy or a denial", () => {
  test.each(remedyStates)("%s waits for a second person, who is another", async (state) => {
    const { caseId, reference } = await givenCase(cast.ines);
    const id = await recordRemedy(cast.lucia, caseId, { fact: { ...denied.fact, state } }, second);
    await expect(confirmFact({ ...cast.vera, username: "lucia" }, id, third)).rejects.toMatchObject({
      code: "same_person",
    });
    await confirmFact(cast.vera, id, third);
    expect(await remediesOf(reference)).toMatchObject([
      { state, authority: "PNB", facility: "ZONA7", result: "said_not_here", confirmedBy: "vera" },
    ]);
    expect((await trailOf()).slice(-4)).toContain("vera fact.confirmed");
  });

  test("keeps who said it sealed, also when a correction says when it was answered and how", async () => {
    const { caseId, reference } = await givenCase(cast.ines);
    const id = await recordRemedy(
      cast.ines,
      caseId,
      { ...habeas, said: "La secretaria del tribunal" },
      second,
    );
    await confirmFact(cast.vera, id, second);
    const answered = {
      ...habeas.fact,
      result: "rejected",
      end: { earliest: "2026-01-20", latest: "2026-01-20" },
    } as const;
    const answer = await supersedeFact(cast.ines, id, answered, "El tribunal respondió.", third);
    await confirmFact(cast.vera, answer, third);
    const [was, is] = await remediesOf(reference);
    expect(was).toMatchObject({ result: null, said: "La secretaria del tribunal", why: null });
    expect(is).toMatchObject({
      ...{ result: "rejected", said: "La secretaria del tribunal", why: "El tribunal respondió." },
      endEarliest: new Date("2026-01-20T04:00:00Z"),
    });
    const rows = await asOwner<{ row: string }>("SELECT row_to_json(f)::text AS row FROM registry.facts f");
    expect(rows.filter(({ row }) => row.includes("secretaria"))).toEqual([]);
  });

  test("is put aside and withdrawn like any other fact, and refused to who may not", async () => {
    const { caseId, reference } = await givenCase(cast.ines);
    const idle = await recordRemedy(cast.ines, caseId, denied, second);
    await setAsideFact(cast.ines, idle, "Se anotó dos veces.", second);
    const id = await recordRemedy(cast.ines, caseId, denied, second);
    await confirmFact(cast.vera, id, second);
    const leaving = await proposeRetraction(cast.ines, id, "Fue en otro sitio.", third);
    await confirmRetraction(cast.vera, leaving, third);
    expect((await remediesOf(reference)).filter(({ knownTo }) => knownTo === null)).toEqual([]);
    for (const who of [cast.elena, cast.abel, cast.adela])
      await expect(recordRemedy(who, caseId, denied, third)).rejects.toMatchObject({ code: "not_permitted" });
    const reversed = { ...denied.fact, effective: { earliest: "2026-01-13", latest: "2026-01-12" } };
    await expect(recordRemedy(cast.ines, caseId, { fact: reversed }, third)).rejects.toMatchObject({
      code: "bounds_reversed",
    });
  });
});

describe("for somebody disappeared", () => {
  const concealed = {
    ...plainFact,
    state: "whereabouts_concealed",
    whereabouts: "denied",
    sources: [{ kind: "relative", origin: "family" }],
  } satisfies WrittenFact;
  const familys = {
    ...plainCase.evidence[0],
    kind: "relative",
    origin: "family",
    words: { title: "Relato" },
  };
  const alone = { evidence: [familys as (typeof plainCase.evidence)[0]] };
  const decides = async (caseId: string) =>
    writeDecision(cast.vera, caseId, await soundDecision(caseId), second);

  test.each([
    ["a place that denied", denied],
    ["a habeas corpus filed", habeas],
  ])("%s is the second origin, also once the second person looks", async (_, remedy) => {
    const { caseId, reference } = await givenCase(cast.ines, { facts: [concealed], ...alone });
    await expect(decides(caseId)).rejects.toMatchObject({ code: "no_source_outside_family" });
    const id = await recordRemedy(cast.ines, caseId, remedy, second);
    const decision = await decides(caseId);
    await reviewDecision(cast.clara, decision, { agreed: true, note: "" }, third);
    const { facts } = await findCaseForDesk(cast.vera, reference, third);
    expect(facts.find((fact) => fact.id === id)?.confirmedBy).toBe("clara");
    expect(facts.filter(({ state, knownFrom }) => state === "verified_political" && knownFrom)).toHaveLength(
      1,
    );
  });

  test("one left out by the second person carries nothing", async () => {
    const { caseId, reference } = await givenCase(cast.ines, { facts: [concealed], ...alone });
    await recordRemedy(cast.ines, caseId, denied, second);
    const decision = await decides(caseId);
    const { facts } = await findCaseForDesk(cast.vera, reference, third);
    const factIds = facts.filter(({ track }) => track === "custody").map(({ id }) => id);
    await expect(
      reviewDecision(cast.clara, decision, { agreed: true, note: "", factIds }, third),
    ).rejects.toMatchObject({ code: "no_source_outside_family" });
  });

  test.each([
    [
      "a visit denied without saying they are not there",
      { ...denied.fact, state: "visit_denied", result: "suspended" },
    ],
    ["medical care denied", { ...denied.fact, state: "medical_denied", result: "no_doctor" }],
    ["a denial on nobody's word", { ...denied.fact, sources: [] }],
    ["a denial in another detention", { ...denied.fact, episode: 2 }],
  ] as const)("%s is none", async (_, fact) => {
    const { caseId } = await givenCase(cast.ines, { facts: [concealed], ...alone });
    await recordRemedy(cast.ines, caseId, { fact: fact as RemedyRecord["fact"] }, second);
    await expect(decides(caseId)).rejects.toMatchObject({ code: "no_source_outside_family" });
  });

  test("and for somebody whose place is known a denial is no origin of its own", async () => {
    const known = { ...plainFact, sources: [{ kind: "relative", origin: "family" }] };
    const { caseId } = await givenCase(cast.ines, { facts: [known], ...alone });
    await recordRemedy(cast.ines, caseId, denied, second);
    await expect(decides(caseId)).rejects.toMatchObject({ code: "no_source_outside_family" });
  });
});

describe("its form", () => {
  const posted = {
    caseId: "00000000-0000-7000-8000-000000000000",
    reference: "7ZZZ-99",
    ...{ state: "complaint", episode: "1", earliest: "2026-01-12", latest: "", answeredOn: "2026-01-15" },
    ...{ authority: "Fiscalía 20", said: "", result: "rejected" },
    sources: [{ kind: "lawyer", originClass: "family", originName: "" }],
  };
  test("makes one day of one date, and an answer with its own", () => {
    expect(remedyForm.parse(posted).remedy).toMatchObject({
      said: null,
      fact: { effective: { earliest: "2026-01-12", latest: "2026-01-12" }, end: { earliest: "2026-01-15" } },
    });
  });
  test("refuses a date that is none", () => {
    expect(remedyForm.safeParse({ ...posted, earliest: "2026-02-31" }).success).toBe(false);
  });
});

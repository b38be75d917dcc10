import { beforeAll, describe, expect, test } from "vitest";
import { recordFact } from "@/lib/cases/facts/commands";
import { tellKin } from "@/lib/cases/kin/commands";
import { desk } from "@/lib/db/desk";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport as openThread } from "@/lib/intake/receipt/queries";
import { tally } from "@/lib/tallies/queries";
import { takeCase, writeDecision } from "@/lib/vetting/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner } from "../../support/owner";
import {
  at,
  dawn,
  givenCase,
  givenDecision,
  givenReport,
  negativeDecision,
  plainCase,
  plainFact,
  soundDecision,
} from "../../support/stories";

let cast: Cast;
const next = at("2026-01-22T12:00:00Z");
const held = async (moment = next) => {
  const now = new Date(moment().getTime() + 1000);
  return (await tally(desk(), now, now)).held.total;
};
const yes = { agreed: true, note: "" };
beforeAll(async () => {
  cast = await givenCast();
});

describe("writing a decision", () => {
  test("leaves a trail, counts nobody, and waits: a second one is refused meanwhile", async () => {
    const before = await held();
    const { caseId } = await givenCase(cast.ines);
    await givenDecision(cast.vera, caseId);
    expect((await trailOf()).at(-1)).toBe("vera decision.written");
    expect(await held()).toBe(before);
    await expect(givenDecision(cast.victor, caseId)).rejects.toMatchObject({ code: "already_decided" });
  });

  test("intake staff may not, and nothing is written", async () => {
    const { caseId } = await givenCase(cast.ines);
    await expect(givenDecision(cast.ines, caseId)).rejects.toMatchObject({ code: "not_permitted" });
    expect(await asOwner("SELECT FROM registry.decisions WHERE case_id = $1", [caseId])).toHaveLength(0);
  });

  test("does not stand on one origin, a lead, no finding, no identity, no deprivation, or credible violence", async () => {
    const family = [{ kind: "relative", origin: "family" }];
    const { caseId } = await givenCase(cast.ines, {
      facts: [{ ...plainFact, sources: family }],
      evidence: [
        { kind: "press", origin: "press:x", lead: true, words: { title: "Un rumor" } },
        { kind: "press", origin: "family", words: { title: "La prensa cita a la madre" } },
      ],
    });
    const rows = await asOwner<{ id: string; lead: boolean }>(
      "SELECT id, lead FROM registry.evidence WHERE case_id = $1",
      [caseId],
    );
    const item = (lead: boolean) => rows.filter((row) => row.lead === lead).map((row) => row.id);
    const sound = await soundDecision(caseId);
    const met = { criterion: "a" as const, result: "met" as const, reasoning: "x" };
    const refusedAs = async (changes: object) =>
      writeDecision(cast.vera, caseId, { ...sound, ...changes }, dawn).then(
        () => "written",
        (error: { code?: string }) => error.code,
      );
    expect(await refusedAs({ findings: [{ ...met, evidenceIds: item(false) }] })).toBe(
      "no_source_outside_family",
    );
    expect(await refusedAs({ findings: [{ ...met, evidenceIds: item(true) }] })).toBe("findings_missing");
    expect(await refusedAs({ findings: [] })).toBe("findings_missing");
    expect(await refusedAs({ identity: { result: "insufficient" } })).toBe("identity_not_established");
    expect(await refusedAs({ deprivation: { result: "met", agent: "unknown" } })).toBe(
      "deprivation_not_established",
    );
    expect(
      await refusedAs({
        exclusion: { kind: "violence_credible", reasoning: "Un video y dos testigos." },
        findings: [{ ...met, evidenceIds: item(false) }],
      }),
    ).toBe("exclusion_applies");
    expect(await asOwner("SELECT FROM registry.decisions WHERE case_id = $1", [caseId])).toHaveLength(0);
    expect(await refusedAs({ outcome: "not_confirmed", findings: [] })).toBe("written");
  });
});

describe("the second person", () => {
  test("agreeing counts the person once, ends the evaluation, tells the family, and leaves a trail", async () => {
    const { code, reportId } = await givenReport();
    const { caseId } = await givenCase(cast.ines, { reportIds: [reportId], channel: "report" });
    await takeCase(cast.vera, caseId, dawn);
    const decisionId = await givenDecision(cast.vera, caseId);
    const before = await held();
    await reviewDecision(cast.victor, decisionId, yes, next);
    expect(await held()).toBe(before + 1);
    expect((await trailOf()).at(-1)).toBe("victor decision.agreed");
    const facts = await asOwner<{ state: string; known: boolean; by: string }>(
      `SELECT state, known_from IS NOT NULL AND known_to IS NULL AS known, confirmed_by AS by
       FROM registry.facts WHERE case_id = $1 ORDER BY track, position`,
      [caseId],
    );
    expect(facts).toEqual([
      { state: "apprehended", known: true, by: "victor" },
      { state: "pending_evaluation", known: false, by: "vera" },
      { state: "verified_political", known: true, by: "victor" },
    ]);
    const opened = await openWithCode({ kind: "family" }, code, dawn);
    const thread = opened.kind === "report" ? await openThread(opened.keys) : null;
    expect(thread?.stage).toMatchObject({ stage: "verified_counted" });
    const [report] = await asOwner("SELECT stage FROM registry.reports WHERE id = $1", [reportId]);
    expect(report).toEqual({ stage: "settled" });
    const again = reviewDecision(cast.clara, decisionId, yes, next);
    await expect(again).rejects.toMatchObject({ code: "already_decided" });
  });

  test("two at the same moment count once, and the other is told", async () => {
    const { caseId } = await givenCase(cast.ines);
    const decisionId = await givenDecision(cast.vera, caseId);
    const before = await held();
    const both = await Promise.allSettled(
      [cast.victor, cast.clara].map((who) => reviewDecision(who, decisionId, yes, next)),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "already_decided" },
    });
    expect(await held()).toBe(before + 1);
  });

  test("is neither the author nor the registrar nor intake staff; the database says so too", async () => {
    const { caseId } = await givenCase(cast.victor);
    const decisionId = await givenDecision(cast.vera, caseId);
    const before = await held();
    for (const [who, code] of [
      [cast.vera, "same_person"],
      [cast.victor, "registrar_cannot_review"],
      [cast.ines, "not_permitted"],
    ] as const) {
      await expect(reviewDecision(who, decisionId, yes, next)).rejects.toMatchObject({ code });
    }
    for (const who of ["vera", "victor"]) {
      const forged = asOwner("INSERT INTO registry.decision_reviews VALUES ($1, true, '\\x00', $2, now())", [
        decisionId,
        who,
      ]);
      await expect(forged).rejects.toThrow(/two people/);
    }
    expect(await held()).toBe(before);
    expect(
      await asOwner("SELECT FROM registry.decision_reviews WHERE decision_id = $1", [decisionId]),
    ).toEqual([]);
  });

  test("of a disappearance, a person under 18 or a death is a coordinator", async () => {
    const grave = [
      { facts: [{ ...plainFact, whereabouts: "denied" as const }] },
      { traits: { ...plainCase.traits, birthYear: null, ageAtDetention: { min: 16, max: 16 } } },
    ];
    for (const changes of grave) {
      const { caseId } = await givenCase(cast.ines, changes);
      const decisionId = await givenDecision(cast.vera, caseId);
      await expect(reviewDecision(cast.victor, decisionId, yes, next)).rejects.toMatchObject({
        code: "coordinator_needed",
      });
      await reviewDecision(cast.clara, decisionId, yes, next);
    }
    const { caseId } = await givenCase(cast.ines);
    const died = { earliest: "2026-01-15", latest: "2026-01-15" };
    await recordFact(
      cast.ines,
      caseId,
      { track: "custody", state: "died_in_custody", episode: 1, effective: died },
      dawn,
    );
    const decisionId = await givenDecision(cast.vera, caseId);
    await expect(reviewDecision(cast.victor, decisionId, yes, next)).rejects.toMatchObject({
      code: "coordinator_needed",
    });
    await reviewDecision(cast.clara, decisionId, yes, next);
    const [death] = await asOwner<{ known: boolean }>(
      "SELECT known_from IS NOT NULL AS known FROM registry.facts WHERE case_id = $1 AND state = 'died_in_custody'",
      [caseId],
    );
    expect(death).toEqual({ known: false });
    await tellKin(cast.clara, caseId, next);
  });

  test("who disagrees is written down and moves no number; a new decision may follow", async () => {
    const { caseId } = await givenCase(cast.ines);
    const decisionId = await givenDecision(cast.vera, caseId);
    const before = await held();
    await reviewDecision(cast.victor, decisionId, { agreed: false, note: "Falta el acta." }, next);
    expect(await held()).toBe(before);
    expect((await trailOf()).at(-1)).toBe("victor decision.disagreed");
    const second = await givenDecision(cast.victor, caseId);
    await reviewDecision(cast.clara, second, yes, next);
    expect(await held()).toBe(before + 1);
  });

  test("a later negative verdict takes the person out and tells the family without counting", async () => {
    const { caseId } = await givenCase(cast.ines);
    await reviewDecision(cast.victor, await givenDecision(cast.vera, caseId), yes, next);
    const before = await held();
    const later = at("2026-02-01T12:00:00Z");
    const decisionId = await writeDecision(cast.vera, caseId, negativeDecision("not_confirmed"), later);
    await reviewDecision(cast.clara, decisionId, yes, later);
    expect(await held(later)).toBe(before - 1);
    expect(await held(next)).toBe(before);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { desk } from "@/lib/db/desk";
import { writeDecision } from "@/lib/vetting/commands";
import { readGrounds } from "@/lib/vetting/queries";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast } from "../../support/cast";
import { asOwner } from "../../support/owner";
import {
  at,
  dawn,
  givenCase,
  givenDecision,
  negativeDecision,
  plainCase,
  plainFact,
  soundDecision,
} from "../../support/stories";

let cast: Cast;
const next = at("2026-01-22T12:00:00Z");
const yes = { agreed: true, note: "" };
beforeAll(async () => {
  cast = await givenCast();
});

/** A review written past the code, as a process that was taken over would. */
const forged = (decisionId: string, who: string) =>
  asOwner("INSERT INTO registry.decision_reviews VALUES ($1, true, '\\x00', $2, now())", [decisionId, who]);

describe("the second person", () => {
  test("recorded none of the facts it rests on, and the database says so too", async () => {
    const { caseId } = await givenCase(cast.ines);
    const located = { ...plainFact, state: "located_contact" } as const;
    await confirmFact(cast.carlos, await recordFact(cast.victor, caseId, located, dawn), dawn);
    const decisionId = await givenDecision(cast.vera, caseId);
    await expect(reviewDecision(cast.victor, decisionId, yes, next)).rejects.toMatchObject({
      code: "recorder_cannot_review",
    });
    await expect(forged(decisionId, "victor")).rejects.toThrow(/recorded a fact it rests on/);
    await reviewDecision(cast.clara, decisionId, yes, next);
  });

  test("where the age is in doubt is a coordinator by the roles the database knows, whatever a session says", async () => {
    const { caseId } = await givenCase(cast.ines, {
      traits: { ...plainCase.traits, birthYear: null, ageAtDetention: null },
    });
    const decisionId = await givenDecision(cast.vera, caseId);
    await expect(reviewDecision(cast.victor, decisionId, yes, next)).rejects.toMatchObject({
      code: "coordinator_needed",
    });
    await expect(forged(decisionId, "victor")).rejects.toThrow(/asks for a coordinator/);
    const posing = { ...cast.victor, role: "coordinator" as const };
    await expect(reviewDecision(posing, decisionId, yes, next)).rejects.toThrow(/asks for a coordinator/);
    await reviewDecision(cast.clara, decisionId, yes, next);
  });

  test("the rule and the database agree on whom to ask, over ages, whereabouts and deaths", async () => {
    const traits = [
      { birthDate: "2008-01-10" },
      { birthDate: "2008-01-11" },
      { birthYear: 2007 },
      { birthYear: 2008 },
      { ageAtDetention: { min: 17, max: 19 }, birthYear: 1990 },
      { ageAtDetention: { min: 17, max: 19 } },
      { ageAtDetention: { min: 18, max: 20 } },
      {},
    ];
    const facts = [
      plainFact,
      { ...plainFact, whereabouts: "not_told_to_family" as const },
      { ...plainFact, effective: { earliest: null, latest: "2026-01-10" } },
      { ...plainFact, effective: { earliest: null, latest: null } },
    ];
    const seen = new Set<boolean>();
    for (const one of traits)
      for (const fact of facts) {
        const { caseId } = await givenCase(cast.ines, {
          traits: { sex: "woman", civilMilitary: "civilian", ...one },
          facts: [fact],
        });
        const { personId } = await desk().case.findUniqueOrThrow({
          where: { id: caseId },
          select: { personId: true },
        });
        const { grave } = await readGrounds(desk(), { caseId, personId });
        const [asked] = await asOwner<{ asked: boolean }>(
          "SELECT registry.asks_for_coordinator($1) AS asked",
          [caseId],
        );
        expect(asked?.asked, JSON.stringify([one, fact])).toBe(grave);
        seen.add(grave);
      }
    expect(seen.size).toBe(2);
  });

  test("may agree and dissent on a point with words, or return it with the reason; neither without", async () => {
    const { caseId } = await givenCase(cast.ines);
    const decisionId = await givenDecision(cast.vera, caseId);
    const word = (form: object) => reviewDecision(cast.victor, decisionId, { ...yes, ...form }, next);
    await expect(word({ agreed: false, note: "No." })).rejects.toMatchObject({ code: "reason_missing" });
    await expect(word({ dissentOn: ["a"] })).rejects.toMatchObject({ code: "dissent_unreasoned" });
    await word({ dissentOn: ["a"], dissent: "La prueba es débil." });
    const [row] = await asOwner<{ dissent_on: string[]; sealed: Buffer }>(
      "SELECT dissent_on, sealed FROM registry.decision_reviews WHERE decision_id = $1",
      [decisionId],
    );
    expect(row?.dissent_on).toEqual(["a"]);
    expect(row?.sealed.toString("latin1")).not.toContain("débil");
  });
});

describe("one case at a time", () => {
  test("no transaction bears two verdicts, whoever writes them", async () => {
    const ids = [];
    for (const _ of [1, 2]) ids.push(await givenDecision(cast.vera, (await givenCase(cast.ines)).caseId));
    const both = asOwner(
      "INSERT INTO registry.decision_reviews SELECT id, true, '\\x00', 'clara', now() FROM unnest($1::uuid[]) AS id",
      [ids],
    );
    await expect(both).rejects.toThrow(/one decision at a time/);
  });

  test("a decision resting on a whole fact stands, and what it rests on is kept", async () => {
    const { caseId } = await givenCase(cast.ines, { evidence: [] });
    const [fact] = await asOwner<{ id: string }>(
      "SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody'",
      [caseId],
    );
    const sound = await soundDecision(caseId);
    const factIds = [fact?.id ?? ""];
    const finding = { criterion: "b" as const, result: "met" as const, reasoning: "Por opinar.", factIds };
    const decisionId = await writeDecision(cast.vera, caseId, { ...sound, findings: [finding] }, dawn);
    const grounds = await asOwner("SELECT fact_id FROM registry.decision_grounds WHERE decision_id = $1", [
      decisionId,
    ]);
    expect(grounds).toEqual([{ fact_id: fact?.id }]);
    await reviewDecision(cast.victor, decisionId, yes, next);
  });
});

describe("what a form must say", () => {
  test("every reason that is missing is told at once, and a verdict never contradicts its own points", async () => {
    const { caseId } = await givenCase(cast.ines);
    const sound = await soundDecision(caseId);
    const met = sound.findings?.map((finding) => ({ ...finding, reasoning: "" })) ?? [];
    const write = (form: object) => writeDecision(cast.vera, caseId, { ...sound, ...form }, dawn);
    await expect(
      write({
        identity: { result: "not_met" },
        exclusion: { kind: "violence_alleged_unproven" },
        findings: met,
      }),
    ).rejects.toMatchObject({
      code: "identity_not_established",
      values: { also: "exclusion_unreasoned finding_unreasoned" },
    });
    await expect(
      write({ ...negativeDecision("arbitrary_not_political"), findings: sound.findings }),
    ).rejects.toMatchObject({ code: "outcome_contradicted" });
    await expect(write({ nextReviewOn: "2026-06-01" })).rejects.toMatchObject({ code: "review_day_by_rule" });
    await expect(
      writeDecision(cast.clara, caseId, { ...sound, nextReviewOn: "2026-01-20" }, dawn),
    ).rejects.toMatchObject({ code: "review_day_past" });
  });
});

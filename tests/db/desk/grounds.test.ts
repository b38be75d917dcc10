import { beforeAll, describe, expect, test } from "vitest";
import { recordFact } from "@/lib/cases/facts/commands";
import { setAsideFact } from "@/lib/cases/facts/retraction/commands";
import { foreseeReview } from "@/lib/tallies/effect/queries";
import { writeDecision } from "@/lib/vetting/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, dawn, givenCase, givenDecision, plainFact, soundDecision } from "../../support/stories";

let cast: Cast;
const next = at("2026-01-22T12:00:00Z");
const yes = { agreed: true, note: "" };
beforeAll(async () => {
  cast = await givenCast();
});

describe("what the second person accepts", () => {
  test("a fact left out stays waiting, and one that somebody settled meanwhile is said", async () => {
    const { caseId } = await givenCase(cast.ines);
    const decisionId = await givenDecision(cast.vera, caseId);
    const stale = { ...yes, factIds: ["00000000-0000-7000-8000-000000000000"] };
    await expect(reviewDecision(cast.victor, decisionId, stale, next)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    const charged = {
      track: "process",
      state: "charged",
      effective: plainFact.effective,
    } as const;
    await recordFact(cast.ines, caseId, charged, dawn);
    const facts = await asOwner<{ id: string; track: string }>(
      "SELECT id, track FROM registry.facts WHERE case_id = $1 AND track <> 'vetting'",
      [caseId],
    );
    const custody = facts.filter((fact) => fact.track === "custody").map((fact) => fact.id);
    await reviewDecision(cast.victor, decisionId, { ...yes, factIds: custody }, next);
    const waiting = await asOwner(
      "SELECT track FROM registry.facts WHERE case_id = $1 AND known_from IS NULL AND known_to IS NULL",
      [caseId],
    );
    expect(waiting).toEqual([{ track: "process" }]);
  });

  test("does not carry a verdict on less than the method asks: facts left out, or withdrawn since it was written", async () => {
    const { caseId } = await givenCase(cast.ines, {
      facts: [{ ...plainFact, sources: [{ kind: "relative", origin: "family" }] }],
    });
    const decisionId = await givenDecision(cast.vera, caseId);
    const before = await asOwner("SELECT id, known_from, known_to FROM registry.facts ORDER BY id");
    await expect(
      reviewDecision(cast.victor, decisionId, { ...yes, factIds: [] }, next),
    ).rejects.toMatchObject({ code: "deprivation_not_established" });
    const [told] = await asOwner<{ id: string }>(
      "SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody'",
      [caseId],
    );
    await setAsideFact(cast.vera, told?.id ?? "", "se anotó mal", dawn);
    await recordFact(cast.ines, caseId, { ...plainFact, sources: [] }, dawn);
    await expect(reviewDecision(cast.victor, decisionId, yes, next)).rejects.toMatchObject({
      code: "one_origin_only",
    });
    expect(await foreseeReview(cast.victor, decisionId, next)).toEqual({
      effect: null,
      refusal: "one_origin_only",
    });
    const after = await asOwner("SELECT id FROM registry.facts WHERE known_from IS NOT NULL");
    expect(after).toHaveLength(before.filter((row) => row.known_from !== null).length);
    expect(
      await asOwner("SELECT FROM registry.decision_reviews WHERE decision_id = $1", [decisionId]),
    ).toHaveLength(0);
  });
});

test("a finding rests on nothing of another case, and nothing is written", async () => {
  const other = await soundDecision((await givenCase(cast.ines)).caseId);
  const { caseId } = await givenCase(cast.ines);
  const sound = await soundDecision(caseId);
  const both = [
    ...(sound.findings ?? []),
    ...(other.findings ?? []).map((one) => ({ ...one, criterion: "b" as const })),
  ];
  await expect(writeDecision(cast.vera, caseId, { ...sound, findings: both }, dawn)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await asOwner("SELECT FROM registry.decisions WHERE case_id = $1", [caseId])).toHaveLength(0);
});

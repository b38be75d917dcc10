import { beforeAll, describe, expect, test } from "vitest";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { confirmRetraction, proposeRetraction } from "@/lib/cases/facts/retraction/commands";
import { withdrawEvidence } from "@/lib/evidence/commands";
import { listOverdue } from "@/lib/vetting/lists/overdue/queries";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { setReviewDate } from "@/lib/vetting/review/dates/commands";
import { type Cast, givenCast } from "../../support/cast";
import { asDeskTraced, asOwner } from "../../support/owner";
import { at, givenCase, givenDecision, plainFact } from "../../support/stories";

let cast: Cast;
const next = at("2026-01-22T12:00:00Z");
const later = at("2026-01-25T12:00:00Z");
const yes = { agreed: true, note: "" };
beforeAll(async () => {
  cast = await givenCast();
});

async function givenVerdict() {
  const { caseId, reference } = await givenCase(cast.ines);
  const decisionId = await givenDecision(cast.vera, caseId);
  await reviewDecision(cast.victor, decisionId, yes, next);
  const idOf = async (sql: string) => (await asOwner<{ id: string }>(sql, [caseId]))[0]?.id ?? "";
  const factId = await idOf("SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody'");
  const evidenceId = await idOf("SELECT id FROM registry.evidence WHERE case_id = $1");
  return { caseId, reference, decisionId, factId, evidenceId };
}

const dueOf = async (caseId: string) => {
  const [row] = await asOwner<{
    due_at: Date;
    cause: string | null;
    must_since: Date | null;
    decision_id: string;
  }>("SELECT decision_id, due_at, must_since, cause FROM registry.decision_dues WHERE case_id = $1", [
    caseId,
  ]);
  return row;
};

/** Whether the list of what waits too long holds a case at a moment. */
const listed = async (kind: "must_review" | "reviews_due", reference: string, clock: () => Date) => {
  const { rows } = await listOverdue(cast.clara, kind, clock);
  return rows.some((row) => row.caseReference === reference);
};

describe("when a verdict must be looked at again", () => {
  test("is due by the rule, three months on (COPP 250); only a coordinator moves the day, with a reason, and both stay", async () => {
    const { caseId, decisionId } = await givenVerdict();
    expect((await dueOf(caseId))?.due_at).toEqual(new Date("2026-04-21T04:00:00Z"));
    const day = { day: "2026-03-01", why: "El juicio empieza en marzo." };
    await expect(setReviewDate(cast.vera, decisionId, day, later)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await expect(
      setReviewDate(cast.clara, decisionId, { ...day, day: "2026-01-25" }, later),
    ).rejects.toMatchObject({ code: "review_day_past" });
    await setReviewDate(cast.clara, decisionId, day, later);
    expect((await dueOf(caseId))?.due_at).toEqual(new Date("2026-03-01T04:00:00Z"));
    const [written] = await asOwner("SELECT next_review_at FROM registry.decisions WHERE id = $1", [
      decisionId,
    ]);
    expect(written).toEqual({ next_review_at: new Date("2026-04-21T04:00:00Z") });
  });

  test("must be reviewed once a fact it rests on is withdrawn, through its correction too", async () => {
    const { caseId, factId } = await givenVerdict();
    const better = { ...plainFact, effective: { earliest: "2026-01-09", latest: "2026-01-09" } };
    const corrected = await supersedeFact(cast.ines, factId, better, "El acta dice el 9.", later);
    await confirmFact(cast.clara, corrected, later);
    expect(await dueOf(caseId)).toMatchObject({ must_since: null, cause: null });
    const leaving = await proposeRetraction(cast.ines, corrected, "Era otra persona.", later);
    expect(await dueOf(caseId)).toMatchObject({ cause: null });
    await confirmRetraction(cast.clara, leaving, later);
    expect(await dueOf(caseId)).toMatchObject({ cause: "fact_retracted", must_since: later() });
  });

  test("must be reviewed once its evidence is withdrawn, which carries no verdict from then on; a decision returned clears nothing", async () => {
    const { caseId, evidenceId } = await givenVerdict();
    await expect(withdrawEvidence(cast.ines, evidenceId, "Es de otra persona.", later)).rejects.toMatchObject(
      { code: "not_permitted" },
    );
    const waiting = await givenDecision(cast.vera, caseId, later);
    await withdrawEvidence(cast.vera, evidenceId, "Es de otra persona.", later);
    await expect(withdrawEvidence(cast.vera, evidenceId, "Otra vez.", later)).rejects.toMatchObject({
      code: "already_withdrawn",
    });
    expect(await dueOf(caseId)).toMatchObject({ cause: "evidence_withdrawn" });
    await expect(reviewDecision(cast.victor, waiting, yes, later)).rejects.toMatchObject({
      code: "findings_missing",
    });
    const back = { agreed: false, note: "La prueba se retiró." };
    await reviewDecision(cast.victor, waiting, back, later);
    expect(await dueOf(caseId)).toMatchObject({ cause: "evidence_withdrawn" });
  });

  test("a new detention needs its own decision, and that decision clears the mark", async () => {
    const { caseId, reference } = await givenVerdict();
    const on = (day: string) => ({ earliest: day, latest: day });
    const known = async (fact: Parameters<typeof recordFact>[2]) =>
      confirmFact(cast.carlos, await recordFact(cast.ines, caseId, fact, later), later);
    await known({ track: "custody", state: "released_full", episode: 1, effective: on("2026-01-20") });
    expect(await dueOf(caseId)).toMatchObject({ cause: null });
    await known({ ...plainFact, episode: 2, effective: on("2026-01-23") });
    expect(await dueOf(caseId)).toMatchObject({ cause: "new_detention" });
    expect(await listed("must_review", reference, later)).toBe(true);
    const second = await givenDecision(cast.vera, caseId, later);
    await reviewDecision(cast.victor, second, yes, later);
    expect(await dueOf(caseId)).toMatchObject({ decision_id: second, cause: null, must_since: null });
    expect(await listed("must_review", reference, later)).toBe(false);
    expect(await listed("reviews_due", reference, at("2026-04-24T12:00:00Z"))).toBe(false);
    expect(await listed("reviews_due", reference, at("2026-04-25T12:00:00Z"))).toBe(true);
  });

  test("the desk cannot write the list by hand", async () => {
    const { caseId } = await givenVerdict();
    const forged = asDeskTraced("UPDATE registry.decision_dues SET must_since = NULL, cause = NULL");
    await expect(forged).rejects.toThrow(/permission denied/);
    expect(await dueOf(caseId)).toBeDefined();
  });
});

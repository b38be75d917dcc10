import { beforeAll, describe, expect, test } from "vitest";
import { recordFact } from "@/lib/cases/facts/commands";
import { tellKin } from "@/lib/cases/kin/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { openReport as openAsFamily } from "@/lib/intake/receipt/queries";
import { confirmFact } from "@/lib/publication/facts/commands";
import { writeDecision } from "@/lib/vetting/commands";
import { familySideOf } from "@/lib/vetting/contacts/codes/queries";
import { reviewDecision } from "@/lib/vetting/review/commands";
import type { DecisionForm, Outcome } from "@/lib/vetting/schema";
import { explainOutcome } from "@/lib/vetting/threads/outcomes/commands";
import { explanationOf } from "@/lib/vetting/threads/outcomes/rules";
import { helps, reasonsFor, type Unfavourable } from "@/lib/vetting/threads/outcomes/schema";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asDeskTraced, asOwner } from "../../support/owner";
import { at, givenCase, givenDecision, givenReport, soundDecision } from "../../support/stories";

let cast: Cast;
const now = at("2026-01-22T12:00:00Z");
beforeAll(async () => {
  cast = await givenCast();
});

const readAs = async (code: string) => {
  const { keys } = await openWithCode({ kind: "family" }, code, now);
  return openAsFamily(keys);
};
const countMessages = async () =>
  (await asOwner<{ n: string }>("SELECT count(*) AS n FROM registry.messages"))[0]?.n;

/** A decision that stands with this outcome: one that is not political finds none of the criteria met. */
async function decided(caseId: string, outcome: Outcome): Promise<DecisionForm> {
  const form = { ...(await soundDecision(caseId)), outcome };
  if (outcome !== "arbitrary_not_political") return form;
  return { ...form, findings: (form.findings ?? []).map((one) => ({ ...one, result: "not_met" as const })) };
}

async function givenVerdict(outcome: Outcome) {
  const [one, two] = [await givenReport(), await givenReport(false)];
  const reportIds = [one.reportId, two.reportId];
  const { caseId } = await givenCase(cast.ines, { reportIds, channel: "report" });
  const decision = await writeDecision(cast.vera, caseId, await decided(caseId, outcome), now);
  await reviewDecision(cast.victor, decision, { agreed: true, note: "" }, now);
  return { caseId, reportIds, codes: [one.code, two.code] };
}

describe("a verdict that does not count somebody, explained", () => {
  test("goes once to everyone who holds a code, in both languages, with what would help and how to ask again", async () => {
    const { caseId, reportIds, codes } = await givenVerdict("not_confirmed");
    expect((await familySideOf(cast.vera, caseId, reportIds)).toExplain?.outcome).toBe("not_confirmed");
    const form = { reason: "no_second_source", helps: ["paper" as const] } as const;
    const send = () => explainOutcome(cast.vera, caseId, { ...form, helps: [...form.helps] }, now);
    await send();
    for (const code of codes) {
      const read = await readAs(code);
      expect(read?.stage.stage).toBe("not_confirmed");
      expect(read?.messages.at(-1)?.note).toMatchObject({
        es: expect.stringMatching(/No significa que no sea cierto[\s\S]*un papel[\s\S]*otra vez/),
        en: expect.stringMatching(/does not mean that it is not true[\s\S]*a paper[\s\S]*again/),
      });
    }
    const before = await countMessages();
    await expect(send()).rejects.toMatchObject({ code: "already_explained" });
    expect(await countMessages()).toBe(before);
    expect(await trailOf()).toContain("vera outcome.explained");
    expect((await familySideOf(cast.vera, caseId, reportIds)).toExplain).toBeNull();
  });

  test("refused with a reason of another verdict, by who decides nothing, and where nobody would read it", async () => {
    const { caseId } = await givenVerdict("arbitrary_not_political");
    const wrong = { reason: "no_second_source" } as const;
    await expect(explainOutcome(cast.vera, caseId, wrong, now)).rejects.toMatchObject({ code: "not_found" });
    const right = { reason: "common_crime" } as const;
    for (const who of [cast.ines, cast.lucia, cast.elena, cast.abel, cast.adela])
      await expect(explainOutcome(who, caseId, right, now)).rejects.toMatchObject({ code: "not_permitted" });
    const counted = await givenVerdict("verified_political");
    await expect(explainOutcome(cast.vera, counted.caseId, right, now)).rejects.toMatchObject({
      code: "already_explained",
    });
    const alone = await givenCase(cast.ines);
    const form = await decided(alone.caseId, "arbitrary_not_political");
    const decision = await writeDecision(cast.vera, alone.caseId, form, now);
    await reviewDecision(cast.victor, decision, { agreed: true, note: "" }, now);
    await expect(explainOutcome(cast.vera, alone.caseId, right, now)).rejects.toMatchObject({
      code: "code_missing",
    });
    await explainOutcome(cast.vera, caseId, right, now);
  });

  test("two at once: every family reads it once", async () => {
    const { caseId, codes } = await givenVerdict("out_of_scope");
    const form = { reason: "other_body" } as const;
    const both = await Promise.allSettled(
      [cast.vera, cast.clara].map((who) => explainOutcome(who, caseId, form, now)),
    );
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await readAs(codes[0] ?? ""))?.messages.filter((one) => one.note !== undefined)).toHaveLength(1);
  });

  test("every explanation that can be built is there in both languages and tells a stranger nothing", () => {
    for (const [outcome, reasons] of Object.entries(reasonsFor)) {
      for (const reason of reasons) {
        const note = explanationOf(outcome as Unfavourable, reason, helps);
        for (const words of Object.values(note)) {
          expect(words).not.toMatch(/explained\./);
          expect(words).not.toMatch(/muert|fallec|dead|died|preso|cárcel|prison|jail|delincuen|criminal/i);
        }
      }
    }
  });
});

describe("no notice of a death, ever", () => {
  const died = {
    track: "custody" as const,
    state: "died_in_custody" as const,
    episode: 1,
    effective: { earliest: "2026-01-20", latest: "2026-01-20" },
    sources: [{ kind: "official_document" as const, origin: "court" }],
  };

  test("neither the fact, nor its confirmation, nor telling kin, nor a verdict beside it, nor an explanation sends a word", async () => {
    const { code, reportId } = await givenReport();
    const { caseId } = await givenCase(cast.ines, { reportIds: [reportId], channel: "report" });
    const before = await countMessages();
    const fact = await recordFact(cast.ines, caseId, died, now);
    const decision = await givenDecision(cast.vera, caseId);
    await reviewDecision(cast.clara, decision, { agreed: true, note: "" }, now);
    await tellKin(cast.vera, caseId, now);
    await confirmFact(cast.clara, fact, now);
    const again = { ...(await soundDecision(caseId)), outcome: "not_confirmed" as const };
    const second = await writeDecision(cast.vera, caseId, again, now);
    await reviewDecision(cast.clara, second, { agreed: true, note: "" }, now);
    await expect(
      explainOutcome(cast.vera, caseId, { reason: "no_second_source" }, now),
    ).rejects.toMatchObject({ code: "death_by_voice" });
    expect(await countMessages()).toBe(before);
    expect((await readAs(code))?.stage.stage).toBe("in_review");
  });

  test("and the notice of an explanation can be neither rewritten nor taken away", async () => {
    await expect(asDeskTraced("UPDATE registry.outcome_notices SET sent_by = 'x'")).rejects.toThrow();
    await expect(asDeskTraced("DELETE FROM registry.outcome_notices")).rejects.toThrow();
  });
});

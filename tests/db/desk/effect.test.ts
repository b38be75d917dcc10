import { beforeAll, describe, expect, test } from "vitest";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { desk } from "@/lib/db/desk";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { foreseeReview, foreseeVerdict } from "@/lib/tallies/effect/queries";
import type { Effect } from "@/lib/tallies/effect/schema";
import { tally } from "@/lib/tallies/queries";
import { writeDecision } from "@/lib/vetting/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenCase, givenDecision, negativeDecision, plainCase, plainFact } from "../../support/stories";

let cast: Cast;
const next = at("2026-01-22T12:00:00Z");
const later = at("2026-01-25T12:00:00Z");
const yes = { agreed: true, note: "" };
const told = (clock = next) => tally(desk(), clock(), clock());
beforeAll(async () => {
  cast = await givenCast();
  const { caseId } = await givenCase(cast.ines);
  await reviewDecision(cast.victor, await givenDecision(cast.vera, caseId), yes, next);
});

const foreseen = async (decisionId: string, by = cast.victor, clock = next): Promise<Effect> => {
  const { effect, refusal } = await foreseeReview(by, decisionId, clock);
  if (!effect) throw new Error(`refused: ${refusal}`);
  return effect;
};

describe("what a verdict would change, before anybody signs", () => {
  test.each([
    ["one more, with sex, places and the queue", {}],
    [
      "a disappearance moves its of-which line and its partition",
      { facts: [{ ...plainFact, whereabouts: "denied" as const }] },
    ],
    [
      "somebody under 18 moves the age, and house arrest its line",
      {
        traits: { ...plainCase.traits, birthYear: null, ageAtDetention: { min: 16, max: 16 } },
        facts: [{ ...plainFact, state: "house_arrest" as const, entity: "VE-A" }],
      },
    ],
  ])("is what the count says afterwards, cell by cell: %s", async (_, changes) => {
    const { caseId } = await givenCase(cast.ines, changes);
    const before = await told();
    const author = await foreseeVerdict(cast.vera, caseId, "verified_political", next);
    const decisionId = await givenDecision(cast.vera, caseId);
    const effect = await foreseen(decisionId, cast.clara);
    expect(await told(), "looking ahead writes nothing").toEqual(before);
    expect(effect.before).toEqual(before);
    expect(effect.after.held.total).toBe(before.held.total + 1);
    expect(author.effect?.after).toEqual(effect.after);
    await reviewDecision(cast.clara, decisionId, yes, next);
    expect(await told()).toEqual(effect.after);
    expect(effect).toMatchObject({ unmoved: null, seen: "total" });
  });

  test("a negative verdict takes the person out, as foreseen", async () => {
    const { caseId } = await givenCase(cast.ines);
    await reviewDecision(cast.victor, await givenDecision(cast.vera, caseId), yes, next);
    const decisionId = await writeDecision(cast.vera, caseId, negativeDecision("not_confirmed"), later);
    const effect = await foreseen(decisionId, cast.victor, later);
    expect(effect.after.held.total).toBe(effect.before.held.total - 1);
    await reviewDecision(cast.victor, decisionId, yes, later);
    expect(await told(later)).toEqual(effect.after);
  });

  test("says why the total does not move", async () => {
    const why = async (caseId: string, clock = next) =>
      (await foreseeVerdict(cast.vera, caseId, "verified_political", clock)).effect?.unmoved;
    const silent = await givenCase(cast.ines, {
      permissions: [{ purpose: "store", granted: true, givenBy: "relative" }],
    });
    expect(await why(silent.caseId)).toBe("not_permitted");

    const today = { earliest: "2026-01-21", latest: "2026-01-21" };
    const fresh = await givenCase(cast.ines, { facts: [{ ...plainFact, effective: today }] }, next);
    expect(await why(fresh.caseId)).toBe("not_yet");
    expect(await why(fresh.caseId, at("2026-01-30T12:00:00Z"))).toBeNull();

    const free = await givenCase(cast.ines);
    const exit = { track: "custody", state: "released_full", episode: 1, effective: today } as const;
    await confirmFact(cast.vera, await waitingFact(free.caseId), next);
    await confirmFact(cast.vera, await recordFact(cast.ines, free.caseId, exit, next), next);
    expect(await why(free.caseId)).toBe("not_held");

    const counted = await givenCase(cast.ines);
    await reviewDecision(cast.victor, await givenDecision(cast.vera, counted.caseId), yes, next);
    expect(await why(counted.caseId)).toBe("already_counted");
    const other = await foreseeVerdict(cast.vera, silent.caseId, "out_of_scope", next);
    expect(other.effect).toMatchObject({ unmoved: "verdict_counts_nobody", seen: "nothing" });
  });

  test("says that the name may be published apart where it is permitted", async () => {
    const { caseId } = await givenCase(cast.ines);
    const name = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;
    await recordPermission(cast.ines, caseId, name, next);
    const { effect } = await foreseeVerdict(cast.vera, caseId, "verified_political", later);
    expect(effect?.seen).toBe("total_name_permitted");
  });

  test("is refused as the word itself would be, and to whoever may not decide", async () => {
    const { caseId } = await givenCase(cast.ines, {
      facts: [{ ...plainFact, sources: [{ kind: "relative", origin: "family" }] }],
      evidence: [],
    });
    expect(await foreseeVerdict(cast.vera, caseId, "verified_political", next)).toEqual({
      effect: null,
      refusal: "no_source_outside_family",
    });
    await expect(foreseeVerdict(cast.ines, caseId, "verified_political", next)).rejects.toMatchObject({
      code: "not_permitted",
    });
  });
});

async function waitingFact(caseId: string): Promise<string> {
  const [row] = await asOwner<{ id: string }>(
    "SELECT id FROM registry.facts WHERE case_id = $1 AND track = 'custody' AND known_from IS NULL",
    [caseId],
  );
  return row?.id ?? "";
}

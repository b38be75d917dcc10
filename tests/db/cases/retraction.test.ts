import { beforeAll, describe, expect, test } from "vitest";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import {
  confirmRetraction,
  declineRetraction,
  proposeRetraction,
  setAsideFact,
} from "@/lib/cases/facts/retraction/commands";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import { desk } from "@/lib/db/desk";
import { tally } from "@/lib/tallies/queries";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast } from "@/tests/support/cast";
import { asDeskTraced, asOwner } from "@/tests/support/owner";
import { at, givenCase, givenDecision, plainCase } from "@/tests/support/stories";

let cast: Cast;
const day = (n: number) => at(`2026-02-${String(n).padStart(2, "0")}T12:00:00Z`);

beforeAll(async () => {
  cast = await givenCast();
});

const custody = (state: string, date: string, more: object = {}): WrittenFact =>
  ({
    track: "custody",
    state,
    episode: 1,
    effective: { earliest: date, latest: date },
    ...more,
  }) as WrittenFact;

/** A verified, counted case; the fact of its arrest is known. */
async function verified(changes: object = {}) {
  const { caseId, reference } = await givenCase(cast.ines, changes);
  const [arrest] = await factsOf(caseId);
  if (!arrest) throw new Error("the arrest");
  const decisionId = await givenDecision(cast.vera, caseId);
  await reviewDecision(
    cast.clara,
    decisionId,
    { agreed: true, note: "", factIds: [arrest.id] },
    at("2026-01-22T12:00:00Z"),
  );
  return { caseId, reference, arrest: arrest.id };
}

const factsOf = (caseId: string) =>
  asOwner<{ id: string; known_to: Date | null }>(
    "SELECT id, known_to FROM registry.facts WHERE case_id = $1 AND track = 'custody' ORDER BY recorded_at",
    [caseId],
  );
const held = async (when: () => Date) => (await tally(desk(), when(), when())).held.total;

describe("a known fact", () => {
  test("is withdrawn by two people: it counts until the second agrees, and its past stays", async () => {
    const { caseId, reference } = await verified();
    const release = await recordFact(cast.ines, caseId, custody("released_full", "2026-02-01"), day(2));
    const before = await held(day(3));
    await confirmFact(cast.vera, release, day(3));
    expect(await held(day(4))).toBe(before - 1);
    const proposal = await proposeRetraction(cast.vera, release, "Era un homónimo.", day(5));
    expect(await held(day(5))).toBe(before - 1);
    const shown = await findCaseForDesk(cast.victor, reference, day(5));
    expect(shown.retractions).toMatchObject([
      { id: proposal, factId: release, why: "Era un homónimo.", proposedBy: "vera" },
    ]);
    await expect(proposeRetraction(cast.ines, release, "Otra vez.", day(5))).rejects.toMatchObject({
      code: "retraction_open",
    });
    const better = custody("released_with_measures", "2026-02-01");
    await expect(supersedeFact(cast.ines, release, better, "Con medidas.", day(5))).rejects.toMatchObject({
      code: "retraction_open",
    });
    await expect(confirmRetraction(cast.vera, proposal, day(6))).rejects.toMatchObject({
      code: "same_person",
    });
    await expect(confirmRetraction(cast.ines, proposal, day(6))).rejects.toMatchObject({
      code: "not_permitted",
    });
    const both = await Promise.allSettled([
      confirmRetraction(cast.victor, proposal, day(6)),
      confirmRetraction(cast.clara, proposal, day(6)),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await held(day(6))).toBe(before);
    expect((await tally(desk(), day(6)(), day(5)())).held.total).toBe(before - 1);
  });

  test("stays when the second person does not agree, and may be proposed anew", async () => {
    const { arrest } = await verified();
    const proposal = await proposeRetraction(cast.ines, arrest, "No consta.", day(2));
    await expect(declineRetraction(cast.lucia, proposal, day(3))).rejects.toMatchObject({
      code: "not_permitted",
    });
    await declineRetraction(cast.victor, proposal, day(3));
    await expect(confirmRetraction(cast.clara, proposal, day(4))).rejects.toMatchObject({
      code: "already_confirmed",
    });
    const again = await proposeRetraction(cast.ines, arrest, "No consta, de verdad.", day(4));
    await declineRetraction(cast.ines, again, day(5));
    const [row] = await asOwner<{ known_to: Date | null }>(
      "SELECT known_to FROM registry.facts WHERE id = $1",
      [arrest],
    );
    expect(row?.known_to).toBeNull();
  });

  test("ends in the database by no other way, and its proposal is never rewritten", async () => {
    const { arrest } = await verified();
    const end = "UPDATE registry.facts SET known_to = now() WHERE id = $1";
    await expect(asDeskTraced(end, [arrest])).rejects.toThrow(/second person/);
    const proposal = await proposeRetraction(cast.vera, arrest, "No consta.", day(2));
    await expect(
      asOwner(
        "UPDATE registry.fact_retractions SET agreed = true, decided_by = 'vera', decided_at = now() WHERE id = $1",
        [proposal],
      ),
    ).rejects.toThrow(/two_people/);
    await declineRetraction(cast.vera, proposal, day(3));
    await expect(
      asOwner("UPDATE registry.fact_retractions SET agreed = true, decided_by = 'otra' WHERE id = $1", [
        proposal,
      ]),
    ).rejects.toThrow(/append-only/);
    await expect(asOwner("DELETE FROM registry.fact_retractions WHERE id = $1", [proposal])).rejects.toThrow(
      /append-only/,
    );
  });

  test("about a minor or a disappearance needs a coordinator as second, to stand and to leave", async () => {
    const young = await verified({ traits: { sex: "man", birthDate: "2010-05-01" } });
    const seen = await recordFact(cast.ines, young.caseId, custody("located_contact", "2026-02-02"), day(3));
    await expect(confirmFact(cast.vera, seen, day(4))).rejects.toMatchObject({ code: "coordinator_needed" });
    await confirmFact(cast.clara, seen, day(4));
    const leaving = await proposeRetraction(cast.vera, seen, "No era él.", day(5));
    await expect(confirmRetraction(cast.victor, leaving, day(6))).rejects.toMatchObject({
      code: "coordinator_needed",
    });
    await confirmRetraction(cast.clara, leaving, day(6));
    const { caseId } = await verified();
    const gone = await recordFact(cast.ines, caseId, custody("whereabouts_concealed", "2026-02-02"), day(3));
    await expect(confirmFact(cast.vera, gone, day(4))).rejects.toMatchObject({ code: "coordinator_needed" });
    await confirmFact(cast.carlos, gone, day(4));
    const found = await supersedeFact(
      cast.ines,
      gone,
      custody("located_contact", "2026-02-02"),
      "Lo vieron.",
      day(5),
    );
    await expect(confirmFact(cast.vera, found, day(6))).rejects.toMatchObject({ code: "coordinator_needed" });
  });

  test("and one that waits is put aside at once, by whoever recorded it or might confirm it", async () => {
    const { caseId } = await givenCase(cast.ines, { facts: [...plainCase.facts] });
    const [waiting] = await factsOf(caseId);
    const id = waiting?.id ?? "";
    await expect(setAsideFact(cast.lucia, id, "no", day(1))).rejects.toMatchObject({ code: "not_permitted" });
    await expect(proposeRetraction(cast.ines, id, "No consta.", day(1))).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await setAsideFact(cast.ines, id, "Se anotó por error.", day(1));
    await expect(confirmFact(cast.clara, id, day(2))).rejects.toMatchObject({ code: "already_confirmed" });
  });
});

import { beforeAll, expect, test } from "vitest";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { tellKin } from "@/lib/cases/kin/commands";
import { isKinTold } from "@/lib/cases/kin/queries";
import { desk } from "@/lib/db/desk";
import { proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { cast, givenMergers, merged, next, plan, standing, undone, verified } from "../../support/merges";
import { asOwner } from "../../support/owner";
import { plainFact } from "../../support/stories";

beforeAll(givenMergers);

const died = {
  ...plainFact,
  state: "died_in_custody",
  effective: { earliest: "2026-01-19", latest: "2026-01-19" },
  whereabouts: null,
} as const;
const told = (caseId: string) => desk().$transaction((tx) => isKinTold(tx, caseId));
const tell = (caseId: string) => tellKin(cast.vera, caseId, next());
const dieIn = (caseId: string) => recordFact(cast.ines, caseId, died, next());
const copyOf = async (source: string) =>
  (
    await asOwner<{ copy_id: string }>("SELECT copy_id FROM registry.merge_parts WHERE source_id = $1", [
      source,
    ])
  )[0]?.copy_id ?? "";

test("a death waits until the kin of both were told, and what was told meanwhile stays only where it is known", async () => {
  const [a, b] = [await verified(), await verified()];
  const death = await dieIn(b.caseId);
  await tell(b.caseId);
  const id = await merged(a.caseId, b.caseId, { take: [{ fact: death }] });
  const copy = await copyOf(death);
  await expect(confirmFact(cast.clara, copy, next())).rejects.toMatchObject({ code: "kin_not_told" });
  await expect(tell(b.caseId)).rejects.toMatchObject({ code: "merged_away" });
  await tell(a.caseId);
  await confirmFact(cast.clara, copy, next());
  await undone(id);
  expect([await told(a.caseId), await told(b.caseId)]).toEqual([false, true]);
  expect((await standing(b.caseId)).map(({ state }) => state)).toContain("died_in_custody");
  await expect(tell(b.caseId)).rejects.toMatchObject({ code: "already_confirmed" });
  // Nobody of the other was told anything: a death there waits again.
  const own = await dieIn(a.caseId);
  await expect(confirmFact(cast.clara, own, next())).rejects.toMatchObject({ code: "kin_not_told" });
});

test("where both were told both are, together and apart", async () => {
  const [a, b] = [await verified(), await verified()];
  await tell(a.caseId);
  await tell(b.caseId);
  const id = await merged(a.caseId, b.caseId);
  expect(await told(a.caseId)).toBe(true);
  await undone(id);
  expect([await told(a.caseId), await told(b.caseId)]).toEqual([true, true]);
});

test("a death that is known is neither left behind nor joined before the kin of the other were told", async () => {
  const [a, b] = [await verified(), await verified()];
  const death = await dieIn(b.caseId);
  await tell(b.caseId);
  await confirmFact(cast.clara, death, next());
  const propose = (take: { fact: string }[]) =>
    proposeMerge(cast.ines, { survivingId: a.caseId, absorbedId: b.caseId, plan: plan({ take }) }, next());
  await expect(propose([])).rejects.toMatchObject({ code: "merge_death_left" });
  await expect(propose([{ fact: death }])).rejects.toMatchObject({ code: "merge_kin_untold" });
  await tell(a.caseId);
  const was = [await standing(a.caseId), await standing(b.caseId)];
  const id = await merged(a.caseId, b.caseId, { take: [{ fact: death }] });
  expect((await standing(a.caseId)).map(({ state }) => state)).toContain("died_in_custody");
  await undone(id);
  expect([await standing(a.caseId), await standing(b.caseId)]).toEqual(was);
});

test("the database alone keeps a death from being known before the kin of both were told", async () => {
  const [a, b] = [await verified(), await verified()];
  const death = await dieIn(b.caseId);
  await tell(b.caseId);
  await merged(a.caseId, b.caseId, { take: [{ fact: death }] });
  const known = "UPDATE registry.facts SET known_from = now(), confirmed_by = 'clara' WHERE id = $1";
  await expect(asOwner(known, [await copyOf(death)])).rejects.toThrow(/next of kin/);
});

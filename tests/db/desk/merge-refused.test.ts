import { beforeAll, describe, expect, test } from "vitest";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import type { MergeForm } from "@/lib/cases/merge/schema";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { agreeMerge, declineMerge, proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { agreeUndoing, proposeUndoing } from "@/lib/vetting/pairs/merge/undoing/commands";
import {
  cast,
  givenMergers,
  held,
  merged,
  next,
  plan,
  snapshot,
  standing,
  undone,
  verified,
} from "../../support/merges";
import { asOwner } from "../../support/owner";
import { givenCase, givenDecision, plainFact } from "../../support/stories";

beforeAll(givenMergers);

describe("two detentions", () => {
  test("another detention of the same person comes after the first, with its own verdict", async () => {
    const released = {
      ...plainFact,
      state: "released_full",
      effective: { earliest: "2026-01-12", latest: "2026-01-12" },
    } as const;
    const again = { ...plainFact, effective: { earliest: "2026-01-14", latest: "2026-01-14" } };
    const [a, b] = [
      await verified({ facts: [plainFact, { ...released, whereabouts: null }] }),
      await verified({ facts: [again] }),
    ];
    const before = next()();
    const id = await merged(a.caseId, b.caseId, {
      kind: "other_episode",
      take: b.facts.map((fact) => ({ fact })),
    });
    const after = next()();
    expect(await held(after)).toBe(await held(before));
    const rows = (await standing(a.caseId)).map(({ state, episode }) => [state, episode]);
    expect(rows).toEqual([
      ["apprehended", 1],
      ["released_full", 1],
      ["apprehended", 2],
      ["verified_political", 1],
      ["verified_political", 2],
    ]);
    const span = [new Date("2026-01-13T04:00:00Z"), new Date("2026-01-20T04:00:00Z")] as const;
    const flows = (known: Date) =>
      desk().$transaction(async (tx) => (await windowBetween(tx, ...span, known, known)).flows);
    const [one, two] = [await flows(before), await flows(after)];
    expect([two.redetentions - one.redetentions, two.newDetentions - one.newDetentions]).toEqual([1, -1]);
    await undone(id);
    expect(await flows(next()())).toEqual(one);
  });
});

describe("what is refused", () => {
  test("by the commands: the wrong survivor, what waits, chains, and what moved since the preview", async () => {
    const [a, b, c] = [await verified(), await verified(), await verified()];
    const { caseId: unverified } = await givenCase(cast.ines, { facts: [] });
    const propose = (survivingId: string, absorbedId: string, changes: Partial<MergeForm> = {}) =>
      proposeMerge(cast.ines, { survivingId, absorbedId, plan: plan(changes) }, next());
    await expect(propose(unverified, a.caseId)).rejects.toMatchObject({ code: "survivor_not_verified" });
    await expect(propose(a.caseId, a.caseId)).rejects.toMatchObject({ code: "not_found" });
    const waiting = await recordFact(cast.ines, b.caseId, { ...plainFact, state: "located_contact" }, next());
    const first = await propose(a.caseId, b.caseId, { take: [{ fact: waiting }] });
    for (const pair of [
      [a.caseId, b.caseId],
      [b.caseId, a.caseId],
      [c.caseId, b.caseId],
      [b.caseId, c.caseId],
      [c.caseId, a.caseId],
    ] as const)
      await expect(propose(...pair)).rejects.toMatchObject({ code: "merge_chain" });
    await confirmFact(cast.vera, waiting, next());
    await recordFact(cast.ines, b.caseId, { ...plainFact, state: "hospital_custody" }, next());
    await expect(agreeMerge(cast.clara, first, next())).rejects.toMatchObject({ code: "changed_meanwhile" });
    await declineMerge(cast.ines, first, next());
    await givenDecision(cast.vera, b.caseId, next());
    await expect(propose(a.caseId, b.caseId)).rejects.toMatchObject({ code: "merge_waiting" });
    const [d] = [await verified()];
    const id = await propose(a.caseId, d.caseId);
    await agreeMerge(cast.clara, id, next());
    await propose(a.caseId, c.caseId);
    for (const absorbed of [a.caseId, d.caseId])
      await expect(propose(c.caseId, absorbed)).rejects.toMatchObject({ code: "merge_chain" });
    await expect(proposeUndoing(cast.vera, id, { why: "x" }, next())).rejects.toThrow();
    await proposeUndoing(cast.vera, id, { why: "Son primos." }, next());
    await expect(agreeUndoing(cast.vera, id, next())).rejects.toMatchObject({ code: "same_person" });
    await expect(proposeUndoing(cast.vera, id, { why: "Otra vez." }, next())).rejects.toMatchObject({
      code: "already_confirmed",
    });
  });

  test("a merge taken back leaves no trace but on the trail, and may be proposed again", async () => {
    const [a, b] = [await verified(), await verified()];
    const was = [await snapshot(a.caseId), await snapshot(b.caseId)];
    const again = () =>
      proposeMerge(cast.ines, { survivingId: a.caseId, absorbedId: b.caseId, plan: plan() }, next());
    await declineMerge(cast.ines, await again(), next());
    expect([await snapshot(a.caseId), await snapshot(b.caseId)]).toEqual(was);
    await agreeMerge(cast.clara, await again(), next());
  });

  test("by the database, whoever asks", async () => {
    const [a, b, c] = [await verified(), await verified(), await verified()];
    const id = await merged(a.caseId, b.caseId);
    const refused = (sql: string, values: unknown[] = []) => expect(asOwner(sql, values)).rejects.toThrow();
    const insert = `INSERT INTO registry.merges (id, surviving_id, absorbed_id, kind, plan, proposed_by, proposed_at) VALUES (gen_random_uuid(), $1, $2, 'same_episode', '', 'ines', now())`;
    await refused(insert, [a.caseId, a.caseId]);
    await refused(insert, [b.caseId, c.caseId]);
    await refused(insert, [c.caseId, b.caseId]);
    await refused(insert, [c.caseId, a.caseId]);
    await refused("UPDATE registry.merges SET agreed = false WHERE id = $1", [id]);
    await refused("UPDATE registry.merges SET undone_at = now() WHERE id = $1", [id]);
    await refused("UPDATE registry.merges SET surviving_id = $2 WHERE id = $1", [id, c.caseId]);
    await refused("DELETE FROM registry.merges WHERE id = $1", [id]);
    await refused("UPDATE registry.merge_parts SET over_id = copy_id WHERE merge_id = $1", [id]);
    const write = (caseId: string, state: string) =>
      desk().$transaction(
        (tx) => tx.$executeRaw`
        INSERT INTO registry.facts (id, case_id, track, state, position, earliest_by_day, latest_by_day, end_earliest_by_day, end_latest_by_day,
          recorded_at, recorded_by) VALUES (gen_random_uuid(), ${caseId}::uuid, 'vetting', ${state}, 99, false, false, false, false, now(), 'ines')`,
      );
    await expect(write(b.caseId, "not_confirmed")).rejects.toThrow();
    await expect(write(c.caseId, "merged_duplicate")).rejects.toThrow();
  });
});

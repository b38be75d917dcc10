import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import type { CaseForm } from "@/lib/cases/dossier/schema";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import * as corrections from "@/lib/cases/facts/correction/commands";
import { confirmRetraction, proposeRetraction } from "@/lib/cases/facts/retraction/commands";
import type { MergeForm } from "@/lib/cases/merge/schema";
import { recordStanding } from "@/lib/cases/standing/commands";
import { desk } from "@/lib/db/desk";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { postWithdrawal } from "@/lib/intake/withdrawal/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { applyWithdrawals } from "@/lib/publication/withdrawals/commands";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { tally } from "@/lib/tallies/queries";
import { takeCase } from "@/lib/vetting/commands";
import { findWhoForDesk } from "@/lib/vetting/identity/page/queries";
import {
  agreeMerge,
  agreeUndoing,
  declineMerge,
  proposeMerge,
  proposeUndoing,
} from "@/lib/vetting/pairs/merge/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenCase, givenDecision, givenReport, plainCase, plainFact } from "../../support/stories";

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
});

let minute = Date.parse("2026-02-01T12:00:00Z");
/** Each act has a minute of its own. */
const next = () => {
  minute += 60_000;
  const moment = new Date(minute);
  return () => moment;
};
const t = new Date("2026-01-25T04:00:00Z");
const held = (known: Date, moment = t) =>
  desk().$transaction(async (tx) => (await tally(tx, moment, known)).held.total);
const why = "La misma cédula y la misma madre.";

async function verified(changes: Partial<CaseForm> = {}, by: StaffActor = cast.ines) {
  const opened = await givenCase(by, changes);
  const facts = await asOwner<{ id: string }>(
    "SELECT id FROM registry.facts WHERE case_id = $1 AND track <> 'vetting' ORDER BY position",
    [opened.caseId],
  );
  for (const { id } of facts) await confirmFact(cast.clara, id, at("2026-01-20T13:00:00Z"));
  await takeCase(cast.vera, opened.caseId, at("2026-01-20T14:00:00Z"));
  await reviewDecision(
    cast.victor,
    await givenDecision(cast.vera, opened.caseId),
    { agreed: true, note: "" },
    at("2026-01-22T12:00:00Z"),
  );
  return { ...opened, facts: facts.map(({ id }) => id) };
}

const plan = (changes: Partial<MergeForm> = {}): MergeForm => ({ kind: "same_episode", why, ...changes });

async function merged(survivingId: string, absorbedId: string, changes: Partial<MergeForm> = {}) {
  const id = await proposeMerge(cast.ines, { survivingId, absorbedId, plan: plan(changes) }, next());
  await agreeMerge(cast.clara, id, next());
  return id;
}
async function undone(id: string, goes: string[] = []) {
  await proposeUndoing(cast.vera, id, { goes, why: "Son primos." }, next());
  await agreeUndoing(cast.clara, id, next());
}

/** What stands of a case, without who wrote it down and when. */
const standing = (caseId: string) =>
  asOwner(
    `SELECT track, state, episode, earliest, latest, entity, whereabouts, known_from IS NULL AS waits FROM registry.facts
     WHERE case_id = $1 AND known_to IS NULL ORDER BY track, position`,
    [caseId],
  );
const permitted = (caseId: string) =>
  asOwner(
    `SELECT purpose, granted, given_by, standing, holder_id FROM registry.permissions
     WHERE case_id = $1 AND known_to IS NULL ORDER BY purpose, given_by, granted`,
    [caseId],
  );
const snapshot = async (caseId: string) => [await standing(caseId), await permitted(caseId)];

describe("two cases of one person", () => {
  test("count once from the moment two people agreed; before it, and at every known before it, twice", async () => {
    const [a, b] = [await verified(), await verified()];
    const before = next()();
    const total = await held(before);
    const id = await proposeMerge(
      cast.ines,
      { survivingId: a.caseId, absorbedId: b.caseId, plan: plan() },
      next(),
    );
    expect(await held(next()())).toBe(total);
    await expect(agreeMerge({ ...cast.clara, username: "ines" }, id, next())).rejects.toMatchObject({
      code: "same_person",
    });
    for (const actor of [cast.ines, cast.lucia, cast.elena, cast.abel, cast.adela])
      await expect(agreeMerge(actor, id, next())).rejects.toMatchObject({ code: "not_permitted" });
    await agreeMerge(cast.vera, id, next());
    const after = next()();
    expect([await held(before), await held(after)]).toEqual([total, total - 1]);
    const { reconciliation } = await desk().$transaction((tx) => windowBetween(tx, t, t, before, after));
    expect(reconciliation).toMatchObject({
      opening: total,
      closing: total - 1,
      residual: 0,
      terms: { merges: -1 },
    });
    await expect(agreeMerge(cast.clara, id, next())).rejects.toMatchObject({ code: "already_confirmed" });

    await undone(id);
    const end = next()();
    expect([await held(before), await held(after), await held(end)]).toEqual([total, total - 1, total]);
    const back = await desk().$transaction((tx) => windowBetween(tx, t, t, after, end));
    expect(back.reconciliation).toMatchObject({ residual: 0, terms: { merges: 1, corrections: 0 } });
    const acts = (await trailOf()).filter((line) => line.includes("merge."));
    expect(acts).toEqual(
      [
        "ines merge.proposed",
        "vera merge.agreed",
        "vera merge.undoing_proposed",
        "clara merge.undone",
      ].flatMap((one) => [one, one]),
    );
  });

  test("what moved goes back, and each becomes what it would have been with what was said meanwhile", async () => {
    const moved = {
      ...plainFact,
      state: "located_contact",
      effective: { earliest: "2026-01-15", latest: "2026-01-15" },
    } as const;
    const kept = {
      ...plainFact,
      state: "hospital_custody",
      effective: { earliest: "2026-01-16", latest: "2026-01-16" },
    } as const;
    const gone = {
      ...plainFact,
      state: "located_incommunicado",
      effective: { earliest: "2026-01-14", latest: "2026-01-14" },
    } as const;
    const a = await verified({ facts: [plainFact] });
    const b = await verified({ facts: [plainFact, gone, moved, kept] });
    const was = await standing(b.caseId);
    const [, incommunicado = "", located = "", hospital = ""] = b.facts;
    const id = await merged(a.caseId, b.caseId, {
      take: [incommunicado, located, hospital].map((fact) => ({ fact })),
    });
    expect(await standing(b.caseId)).toHaveLength(was.length + 1);
    const copies = await asOwner<{ copy_id: string; source_id: string }>(
      "SELECT * FROM registry.merge_parts WHERE merge_id = $1 AND kind = 'fact'",
      [id],
    );
    const copyOf = (source: string) => copies.find((one) => one.source_id === source)?.copy_id ?? "";
    await expect(confirmFact(cast.vera, located, next())).rejects.toMatchObject({ code: "merged_away" });
    // Corrected, withdrawn, written down for either.
    const better = await corrections.supersedeFact(
      cast.ines,
      copyOf(located),
      { ...moved, entity: "VE-A" },
      "Fue en Caracas.",
      next(),
    );
    await confirmFact(cast.vera, better, next());
    const leaving = await proposeRetraction(cast.ines, copyOf(incommunicado), "Era otra persona.", next());
    await confirmRetraction(cast.clara, leaving, next());
    const own = await recordFact(
      cast.ines,
      a.caseId,
      { ...kept, state: "located_contact", effective: { earliest: "2026-01-20", latest: "2026-01-20" } },
      next(),
    );
    await confirmFact(cast.vera, own, next());
    const other = await recordFact(
      cast.ines,
      a.caseId,
      { ...kept, state: "house_arrest", effective: { earliest: "2026-01-21", latest: "2026-01-21" } },
      next(),
    );
    await confirmFact(cast.vera, other, next());
    await undone(id, [other]);
    expect((await standing(a.caseId)).map(({ state }) => state)).toEqual([
      "apprehended",
      "located_contact",
      "verified_political",
    ]);
    const back = await standing(b.caseId);
    expect(back.map(({ state, entity }) => [state, entity])).toEqual([
      ["apprehended", "VE-V"],
      ["located_contact", "VE-A"],
      ["hospital_custody", "VE-V"],
      ["house_arrest", "VE-V"],
      ["verified_political", null],
    ]);
  });

  test("whose value stands is chosen, fact by fact and field by field, and undone", async () => {
    const exact = {
      ...plainFact,
      effective: { earliest: "2026-01-11", latest: "2026-01-11" },
      entity: "VE-A",
    };
    const a = await verified();
    const b = await verified({
      facts: [exact],
      identity: { ...plainCase.identity, givenNames: "Yusmari", idDocument: null },
      traits: { sex: "woman", birthDate: "1991-05-04", civilMilitary: "civilian" },
    });
    const was = await snapshot(a.caseId);
    const who = (await findWhoForDesk(cast.vera, a.reference, next())).who;
    const [mine = ""] = a.facts;
    const [theirs = ""] = b.facts;
    const id = await merged(a.caseId, b.caseId, {
      take: [{ fact: theirs, over: mine }],
      fields: ["birthDate"],
    });
    expect((await standing(a.caseId))[0]).toMatchObject({ entity: "VE-A", state: "apprehended" });
    const one = (await findWhoForDesk(cast.vera, a.reference, next())).who;
    expect(one).toMatchObject({
      traits: { birthDate: "1991-05-04", sex: "woman" },
      identity: { givenNames: "Yusmary", aliases: ["Yusmari de los Ángeles"] },
    });
    await undone(id);
    expect(await snapshot(a.caseId)).toEqual(was);
    expect((await findWhoForDesk(cast.vera, a.reference, next())).who).toEqual(who);
  });

  test("the strictest with standing decides for both, a code works as before, and what it said goes back with it", async () => {
    const { code, reportId } = await givenReport();
    const a = await verified();
    const b = await verified({ reportIds: [reportId], channel: "report", permissions: [] });
    const standingOf = (caseId: string) =>
      recordStanding(
        cast.vera,
        caseId,
        { report: reportId, givenBy: "relative", how: "Partida de nacimiento." },
        next(),
      );
    const holderId = await standingOf(b.caseId);
    const yes = { purpose: "count", granted: true, givenBy: "relative", standing: true, holderId } as const;
    await recordPermission(cast.ines, b.caseId, yes, next());
    const start = next()();
    const total = await held(start);
    const id = await merged(a.caseId, b.caseId);
    expect(await held(next()())).toBe(total - 1);
    expect(await permitted(a.caseId)).toContainEqual({
      purpose: "count",
      granted: true,
      given_by: "relative",
      standing: true,
      holder_id: holderId,
    });
    await expect(recordPermission(cast.ines, b.caseId, yes, next())).rejects.toMatchObject({
      code: "merged_away",
    });
    await expect(standingOf(b.caseId)).rejects.toMatchObject({ code: "merged_away" });

    const { keys } = await openWithCode({ kind: "family" }, code, next());
    await postWithdrawal({ kind: "family" }, keys, next());
    expect(await applyWithdrawals(cast.clara, next())).toEqual({ applied: 1, toReview: 0 });
    expect(await held(next()())).toBe(total - 2);
    await undone(id);
    // The refusal was that of the absorbed one's holder: the other counts again, and they do not.
    expect(await held(next()())).toBe(total - 1);
    expect(await permitted(a.caseId)).toHaveLength(2);
    expect(await permitted(b.caseId)).toEqual([
      { purpose: "count", granted: false, given_by: "relative", standing: true, holder_id: holderId },
    ]);
    expect(await standingOf(b.caseId)).toBe(holderId);
    await expect(standingOf(a.caseId)).rejects.toMatchObject({ code: "not_found" });
  });

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
    await expect(propose(a.caseId, b.caseId)).rejects.toMatchObject({ code: "merge_waiting" });
    const id = await propose(a.caseId, b.caseId, { take: [{ fact: waiting }] });
    for (const pair of [
      [a.caseId, b.caseId],
      [b.caseId, a.caseId],
      [c.caseId, b.caseId],
      [b.caseId, c.caseId],
      [c.caseId, a.caseId],
    ] as const)
      await expect(propose(...pair)).rejects.toMatchObject({ code: "merge_chain" });
    await confirmFact(cast.vera, waiting, next());
    const late = await recordFact(cast.ines, b.caseId, { ...plainFact, state: "hospital_custody" }, next());
    await expect(agreeMerge(cast.clara, id, next())).rejects.toMatchObject({ code: "merge_waiting" });
    await confirmFact(cast.vera, late, next());
    await agreeMerge(cast.clara, id, next());
    await propose(a.caseId, c.caseId);
    for (const absorbed of [a.caseId, b.caseId])
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

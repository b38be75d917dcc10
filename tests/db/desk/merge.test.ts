import { beforeAll, describe, expect, test } from "vitest";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import * as corrections from "@/lib/cases/facts/correction/commands";
import { confirmRetraction, proposeRetraction } from "@/lib/cases/facts/retraction/commands";
import { recordStanding } from "@/lib/cases/standing/commands";
import { desk } from "@/lib/db/desk";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { postWithdrawal } from "@/lib/intake/withdrawal/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { applyWithdrawals } from "@/lib/publication/withdrawals/commands";
import { windowBetween } from "@/lib/tallies/flows/queries";
import { findWhoForDesk } from "@/lib/vetting/identity/page/queries";
import { agreeMerge, proposeMerge } from "@/lib/vetting/pairs/merge/commands";
import { trailOf } from "../../support/cast";
import {
  cast,
  givenMergers,
  held,
  merged,
  next,
  permitted,
  plan,
  snapshot,
  standing,
  t,
  undone,
  verified,
} from "../../support/merges";
import { asOwner } from "../../support/owner";
import { givenReport, plainCase, plainFact } from "../../support/stories";

beforeAll(givenMergers);

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
});

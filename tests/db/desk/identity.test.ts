import { beforeAll, describe, expect, test } from "vitest";
import type { CaseForm } from "@/lib/cases/dossier/schema";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { confirmNaming, proposeNaming } from "@/lib/publication/naming/commands";
import { chooseChange, confirmChange, declineChange, proposeChange } from "@/lib/vetting/identity/commands";
import { findWhoForDesk } from "@/lib/vetting/identity/page/queries";
import type { Who } from "@/lib/vetting/identity/schema";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner, asRole } from "../../support/owner";
import { at, givenCase, givenDecision, plainCase } from "../../support/stories";

let cast: Cast;
beforeAll(async () => {
  cast = await givenCast();
});

const second = at("2026-01-22T12:00:00Z");
const third = at("2026-01-23T12:00:00Z");
const why = "Así está en su cédula.";
const read = (reference: string) => findWhoForDesk(cast.vera, reference, third);
const renamed = (who: Who, givenNames: string): Who => ({
  ...who,
  identity: { ...who.identity, givenNames },
});
const traited = (who: Who, traits: Partial<Who["traits"]>): Who => ({
  ...who,
  traits: { ...who.traits, ...traits },
});

async function given(changes: Partial<CaseForm> = {}) {
  const opened = await givenCase(cast.ines, changes);
  return { ...opened, ...(await read(opened.reference)) };
}

describe("who somebody is", () => {
  test("changes once another person agrees, and not before; what stood is kept", async () => {
    const { caseId, reference, who, version } = await given();
    const { id, isOvertaken } = await proposeChange(
      cast.ines,
      caseId,
      { seen: version, who: traited(renamed(who, "Yusmary del Valle"), { birthYear: 1991 }), why },
      second,
    );
    expect(isOvertaken).toBe(false);
    expect((await read(reference)).who).toEqual(who);
    const confirm = { caseId, changeId: id };
    await expect(confirmChange({ ...cast.vera, username: "ines" }, confirm, third)).rejects.toMatchObject({
      code: "same_person",
    });
    for (const actor of [cast.ines, cast.lucia, cast.elena, cast.abel, cast.adela])
      await expect(confirmChange(actor, confirm, third)).rejects.toMatchObject({ code: "not_permitted" });
    await confirmChange(cast.vera, confirm, third);
    const now = await read(reference);
    expect(now.who.identity.givenNames).toBe("Yusmary del Valle");
    expect(now.who.traits.birthYear).toBe(1991);
    expect(now.version).not.toBe(version);
    expect((await trailOf()).filter((line) => line.endsWith("identity.changed"))).toEqual([
      "vera identity.changed",
    ]);
    const traits = await asOwner(
      "SELECT recorded_by, confirmed_by FROM registry.traits ORDER BY id DESC LIMIT 1",
    );
    expect(traits).toEqual([{ recorded_by: "ines", confirmed_by: "vera" }]);
    await expect(confirmChange(cast.clara, confirm, third)).rejects.toMatchObject({
      code: "already_confirmed",
    });
  });

  test("two people at once: neither overwrites the other, and somebody chooses between both values", async () => {
    const { caseId, reference, who, version } = await given();
    const [a, b] = await Promise.all([
      proposeChange(cast.ines, caseId, { seen: version, who: renamed(who, "Yusmari"), why }, second),
      proposeChange(
        cast.lucia,
        caseId,
        { seen: version, who: traited(renamed(who, "Yusmarí Elena"), { sex: "other" }), why },
        second,
      ),
    ]);
    expect((await read(reference)).changes).toHaveLength(2);
    const both = await Promise.allSettled(
      [a, b].map(({ id }, n) =>
        confirmChange(n === 0 ? cast.vera : cast.clara, { caseId, changeId: id }, third),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected") as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: "identity_changed" });

    const now = await read(reference);
    const [left] = now.changes;
    expect(now.changes).toHaveLength(1);
    expect(left?.isOvertaken).toBe(true);
    const changeId = left?.id ?? "";
    const stale = { caseId, changeId, seen: version, taken: ["givenNames" as const] };
    await expect(chooseChange(cast.victor, stale, third)).rejects.toMatchObject({ code: "identity_changed" });
    await chooseChange(cast.victor, { ...stale, seen: now.version }, third);
    const [chosen] = (await read(reference)).changes;
    expect(chosen).toMatchObject({ proposedBy: "victor", isOvertaken: false });
    expect(chosen?.after.identity.givenNames).toBe(left?.after.identity.givenNames);
    expect(chosen?.after.traits).toEqual(now.who.traits);
    await confirmChange(cast.vera, { caseId, changeId: chosen?.id ?? "" }, third);
    expect((await read(reference)).who.identity.givenNames).toBe(left?.after.identity.givenNames);
  });

  test("a form left open while somebody changed it is kept, and said to be overtaken", async () => {
    const { caseId, reference, who, version } = await given();
    const first = { seen: version, who: renamed(who, "Yusmari"), why };
    const { id } = await proposeChange(cast.ines, caseId, first, second);
    await confirmChange(cast.vera, { caseId, changeId: id }, second);
    const late = await proposeChange(cast.lucia, caseId, { ...first, who: renamed(who, "Yusmaris") }, third);
    expect(late.isOvertaken).toBe(true);
    await expect(confirmChange(cast.clara, { caseId, changeId: late.id }, third)).rejects.toMatchObject({
      code: "identity_changed",
    });
    const { version: seen } = await read(reference);
    await chooseChange(cast.lucia, { caseId, changeId: late.id, seen, taken: [] }, third);
    const { who: stands, changes } = await read(reference);
    expect([stands.identity.givenNames, changes]).toEqual(["Yusmari", []]);
  });

  test("what changes nothing is refused; taking it back is its author's, or a vetter's", async () => {
    const { caseId, who, version } = await given();
    const same = { seen: version, who, why };
    await expect(proposeChange(cast.ines, caseId, same, second)).rejects.toMatchObject({
      code: "nothing_changed",
    });
    for (const actor of [cast.elena, cast.abel, cast.adela])
      await expect(proposeChange(actor, caseId, same, second)).rejects.toMatchObject({
        code: "not_permitted",
      });
    const { id } = await proposeChange(cast.ines, caseId, { ...same, who: renamed(who, "Y.") }, second);
    const change = { caseId, changeId: id };
    await expect(declineChange(cast.lucia, change, third)).rejects.toMatchObject({ code: "not_permitted" });
    await declineChange(cast.ines, change, third);
    await expect(confirmChange(cast.vera, change, third)).rejects.toMatchObject({
      code: "already_confirmed",
    });
  });

  test("an age not certainly an adult's, before or after, asks for a coordinator; a public name follows at once", async () => {
    const { caseId, reference, who, version } = await given({
      permissions: [
        ...plainCase.permissions,
        { purpose: "name", granted: true, givenBy: "relative", standing: true },
      ],
    });
    const decision = await givenDecision(cast.vera, caseId);
    await reviewDecision(cast.clara, decision, { agreed: true, note: "" }, second);
    await confirmNaming(cast.carlos, await proposeNaming(cast.elena, caseId, second), second);
    const name = await proposeChange(
      cast.ines,
      caseId,
      { seen: version, who: renamed(who, "Yusmari"), why },
      second,
    );
    await confirmChange(cast.vera, { caseId, changeId: name.id }, third);
    expect((await findNamedCase(reference))?.name).toBe("Yusmari de los Ángeles");
    const now = await read(reference);
    const young = traited(now.who, { birthYear: 2009 });
    const { id } = await proposeChange(cast.ines, caseId, { seen: now.version, who: young, why }, third);
    const change = { caseId, changeId: id };
    await expect(confirmChange(cast.vera, change, third)).rejects.toMatchObject({
      code: "coordinator_needed",
    });
    await confirmChange(cast.clara, change, at("2026-01-24T12:00:00Z"));
    expect(await findNamedCase(reference)).toBeNull();
    const [held] = await asOwner<{ age_group: string }>(
      "SELECT age_group FROM registry.custody_intervals i JOIN registry.cases c USING (person_id) WHERE c.id = $1 AND upper_inf(i.known) AND i.held",
      [caseId],
    );
    expect(held?.age_group).toBe("under18");
  });

  test("the database lets nobody write a name or agree to a change alone", async () => {
    const { caseId, who, version } = await given();
    await proposeChange(cast.ines, caseId, { seen: version, who: renamed(who, "Z."), why }, second);
    await expect(
      asOwner(
        "UPDATE registry.person_changes SET agreed = true, decided_by = proposed_by, decided_at = now() WHERE decided_at IS NULL",
      ),
    ).rejects.toThrow(/two_people/);
    await expect(asRole("DESK", "UPDATE registry.people SET identity = '\\x00'")).rejects.toThrow(
      /second person|trace/,
    );
    const rows = await asOwner<{ row: string }>(
      "SELECT row_to_json(c)::text AS row FROM registry.person_changes c",
    );
    expect(rows.some(({ row }) => row.includes("Yusmar"))).toBe(false);
  });
});

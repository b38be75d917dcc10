import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { callAnyway, logCall, recordContact, tellSafeWord } from "@/lib/vetting/contacts/commands";
import { openContact } from "@/lib/vetting/contacts/queries";
import { assignReport } from "@/lib/vetting/reports/commands";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner, asRole } from "../../support/owner";
import { at, givenReport } from "../../support/stories";

let cast: Cast;
/** 17:30 and 18:30 in Venezuela. */
const early = at("2026-01-22T21:30:00Z");
const evening = at("2026-01-22T22:30:00Z");
const why = "Hay un traslado en una hora.";
const asked = {
  way: "call",
  address: "+58 414 555 01 02",
  hours: { from: "18:00", until: "21:00" },
  mayLeaveMessage: false,
  safeWord: "guayaba verde",
};

beforeAll(async () => {
  cast = await givenCast();
});

/** A report held by Vera, whose family said how to be reached. */
async function givenContact(contact: object = asked): Promise<string> {
  const { reportId } = await givenReport();
  await assignReport(cast.vera, reportId, { seen: null }, early);
  await recordContact(cast.vera, { reportId, seen: 0, contact }, early);
  return reportId;
}

describe("how a family is reached", () => {
  test("within the safe hours the number is there; outside them it is not, and a written reason gives a quarter of an hour to its author", async () => {
    const reportId = await givenContact();
    expect(await openContact(cast.vera, reportId, evening)).toMatchObject({
      calling: "open",
      asked: { address: asked.address, hasSafeWord: true, by: "vera" },
    });
    const closed = await openContact(cast.vera, reportId, early);
    expect(closed).toMatchObject({ calling: "closed", asked: { address: null } });
    expect(JSON.stringify(closed)).not.toContain("555");
    await expect(callAnyway(cast.vera, { reportId, seen: 1, why: "ya" }, early)).rejects.toMatchObject({
      code: "reason_missing",
    });
    await expect(callAnyway(cast.vera, { reportId, seen: 1, why }, evening)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await callAnyway(cast.vera, { reportId, seen: 1, why }, early);
    expect(await openContact(cast.vera, reportId, early)).toMatchObject({
      calling: "overridden",
      asked: { address: asked.address },
      overrides: [{ by: "vera", why }],
    });
    expect((await openContact(cast.clara, reportId, early)).asked?.address).toBeNull();
    const past = at("2026-01-22T21:45:00Z");
    expect((await openContact(cast.vera, reportId, past)).calling).toBe("closed");
    expect(await trailOf()).toContain("vera call.overridden");
  });

  test("the safe word is in no card: told to who works on it, with a fresh factor, and recorded", async () => {
    const reportId = await givenContact();
    expect(JSON.stringify(await openContact(cast.vera, reportId, evening))).not.toContain("guayaba");
    const stale: StaffActor = { ...cast.vera, factorAt: new Date(evening().getTime() - 6 * 60_000) };
    await expect(tellSafeWord(stale, reportId, evening)).rejects.toMatchObject({ code: "step_up_needed" });
    expect(await tellSafeWord(cast.vera, reportId, evening)).toBe("guayaba verde");
    expect((await trailOf()).at(-1)).toBe("vera contact.word_told");
    const without = await givenContact({ ...asked, safeWord: "" });
    await expect(tellSafeWord(cast.vera, without, evening)).rejects.toMatchObject({ code: "not_found" });
  });

  test("nobody opens it but who works on the report, and nothing is recorded for who was refused", async () => {
    const reportId = await givenContact();
    const before = await trailOf();
    await expect(openContact(cast.victor, reportId, evening)).rejects.toMatchObject({
      code: "not_your_report",
    });
    await expect(tellSafeWord(cast.victor, reportId, evening)).rejects.toMatchObject({
      code: "not_your_report",
    });
    const call = { reportId, seen: 1, result: "reached" as const };
    await expect(logCall(cast.victor, call, evening)).rejects.toMatchObject({ code: "not_your_report" });
    for (const who of [cast.lucia, cast.elena, cast.abel, cast.adela])
      await expect(openContact(who, reportId, evening)).rejects.toMatchObject({ code: "not_permitted" });
    expect(await trailOf()).toEqual(before);
    expect((await openContact(cast.clara, reportId, evening)).asked?.address).toBe(asked.address);
  });

  test("a try is written once, without a word of what was said", async () => {
    const reportId = await givenContact();
    const call = { reportId, seen: 1, result: "not_reached" as const };
    await logCall(cast.vera, call, evening);
    await expect(logCall(cast.vera, call, evening)).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect((await openContact(cast.vera, reportId, evening)).calls).toMatchObject([
      { by: "vera", result: "not_reached", at: evening() },
    ]);
  });

  test("what they ask later replaces what they asked before", async () => {
    const reportId = await givenContact();
    const none = {
      way: "none",
      address: "",
      hours: { from: null, until: null },
      mayLeaveMessage: false,
      safeWord: "",
    };
    await recordContact(cast.vera, { reportId, seen: 1, contact: none }, evening);
    expect(await openContact(cast.vera, reportId, evening)).toMatchObject({
      asked: { way: "none", address: null, hasSafeWord: false },
    });
    const wrong = { ...asked, way: "none" };
    await expect(recordContact(cast.vera, { reportId, seen: 2, contact: wrong }, evening)).rejects.toThrow();
  });

  test("entries lie sealed, all of one length, and the desk cannot rewrite or take one away", async () => {
    await givenContact({ ...asked, address: "ñ".repeat(100), safeWord: "語".repeat(40) });
    const rows = await asOwner<{ n: number; sealed: Buffer }>(
      "SELECT DISTINCT length(sealed) AS n, sealed FROM registry.contact_entries",
    );
    expect(new Set(rows.map(({ n }) => n))).toEqual(new Set([1065]));
    expect(rows.some(({ sealed }) => sealed.includes("guayaba") || sealed.includes("555"))).toBe(false);
    await expect(asRole("DESK", "UPDATE registry.contact_entries SET sealed = sealed")).rejects.toThrow();
    await expect(asRole("DESK", "DELETE FROM registry.contact_entries")).rejects.toThrow(/permission/);
  });
});

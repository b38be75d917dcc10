import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { recordFact } from "@/lib/cases/facts/commands";
import { purposes } from "@/lib/consent/schema";
import { desk } from "@/lib/db/desk";
import { findNamedCase } from "@/lib/opendata/cases/queries";
import { confirmFact } from "@/lib/publication/facts/commands";
import { confirmNaming, proposeNaming } from "@/lib/publication/naming/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { tally } from "@/lib/tallies/queries";
import { findCaseForDesk } from "@/lib/vetting/cases/queries";
import { recordOwnAnswer } from "@/lib/vetting/contacts/asked/commands";
import { listToAsk } from "@/lib/vetting/contacts/asked/queries";
import { cursorIn } from "@/lib/vetting/contacts/asked/schema";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { type Cast, givenCast, trailOf } from "../../support/cast";
import { asOwner } from "../../support/owner";
import { at, givenCase, givenDecision } from "../../support/stories";

let cast: Cast;
const verified = at("2026-01-22T12:00:00Z");
const freed = at("2026-02-11T12:00:00Z");
const asked = at("2026-02-14T12:00:00Z");
beforeAll(async () => {
  cast = await givenCast();
});

/** Somebody named by a relative's permission, freed on the 10th of February. */
async function givenFreed(isNamed = true) {
  const opened = await givenCase(cast.ines);
  const { caseId } = opened;
  await reviewDecision(
    cast.victor,
    await givenDecision(cast.vera, caseId),
    { agreed: true, note: "" },
    verified,
  );
  if (isNamed) {
    const yes = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;
    await recordPermission(cast.ines, caseId, yes, verified);
    await confirmNaming(cast.clara, await proposeNaming(cast.elena, caseId, verified), verified);
  }
  const release = {
    track: "custody" as const,
    state: "released_with_measures" as const,
    episode: 1,
    effective: { earliest: "2026-02-10", latest: "2026-02-10" },
    sources: [{ kind: "press" as const, origin: "press" }],
  };
  await confirmFact(cast.vera, await recordFact(cast.ines, caseId, release, freed), freed);
  return opened;
}

const said = (granted: Partial<Record<(typeof purposes)[number], boolean>>) => ({
  askedBy: "Su abogada",
  means: "in_person" as const,
  on: "2026-02-13",
  checked: "A solas, en la oficina.",
  answers: Object.fromEntries(purposes.map((one) => [one, granted[one] ?? false])) as Record<
    (typeof purposes)[number],
    boolean
  >,
});
const held = async (iso: string) => (await tally(desk(), freed(), new Date(iso))).restricted.total;

describe("a released person is asked again", () => {
  test("the page hides its details until then, whatever a relative says; the person's yes shows them", async () => {
    const { caseId, reference } = await givenFreed();
    expect(await findNamedCase(reference)).toMatchObject({ detailsHidden: true, events: [] });
    const again = { purpose: "name", granted: true, givenBy: "relative", standing: true } as const;
    await recordPermission(cast.ines, caseId, again, at("2026-02-12T12:00:00Z"));
    expect(await findNamedCase(reference)).toMatchObject({ detailsHidden: true });
    const row = (await listToAsk(cast.ines, "named", asked)).rows.find((one) => one.reference === reference);
    expect(row).toMatchObject({
      name: "Yusmary de los Ángeles",
      isNamed: true,
      state: "released_with_measures",
    });
    await recordOwnAnswer(cast.ines, caseId, said({ store: true, count: true, name: true }), asked);
    expect(await findNamedCase(reference)).toMatchObject({
      detailsHidden: false,
      state: "released_with_measures",
    });
    expect((await listToAsk(cast.ines, "all", asked)).rows.map((one) => one.reference)).not.toContain(
      reference,
    );
    expect(await trailOf()).toContain("ines person.asked_again");
  });

  test("the answer replaces what relatives permitted, all of it, with who asked in the sealed dossier alone", async () => {
    const { caseId, reference } = await givenFreed();
    await recordOwnAnswer(cast.ines, caseId, said({ store: true, count: true }), asked);
    const found = await findCaseForDesk(cast.vera, reference, asked);
    const now = found.permissions.filter((row) => row.knownTo === null);
    expect(now.map((row) => [row.purpose, row.granted, row.givenBy])).toEqual(
      expect.arrayContaining(purposes.map((one) => [one, one === "store" || one === "count", "person"])),
    );
    expect(now).toHaveLength(purposes.length);
    expect(found.holders.at(-1)).toMatchObject({
      givenBy: "person",
      asked: { by: "Su abogada", means: "in_person", on: "2026-02-13" },
    });
    expect(await findNamedCase(reference)).toBeNull();
    const rows = await asOwner<{ row: string }>("SELECT p::text AS row FROM registry.permissions p");
    expect(rows.some(({ row }) => row.includes("abogada"))).toBe(false);
  });

  test("no to counting holds from that moment on, and a relative's earlier no gives way to the person's yes", async () => {
    const before = await held("2026-02-14T11:59:00Z");
    const { caseId } = await givenFreed(false);
    expect(await held("2026-02-14T11:59:00Z")).toBe(before + 1);
    await recordOwnAnswer(cast.ines, caseId, said({ store: true }), asked);
    expect(await held("2026-02-14T11:59:00Z")).toBe(before + 1);
    expect(await held("2026-02-14T12:00:01Z")).toBe(before);
    const other = await givenFreed(false);
    const no = { purpose: "count", granted: false, givenBy: "relative", standing: true } as const;
    await recordPermission(cast.ines, other.caseId, no, at("2026-02-12T12:00:00Z"));
    expect(await held("2026-02-14T12:00:01Z")).toBe(before);
    await recordOwnAnswer(cast.ines, other.caseId, said({ store: true, count: true }), asked);
    expect(await held("2026-02-14T12:00:01Z")).toBe(before + 1);
  });

  test("refused twice, before a release, on a day before it or to come, without a fresh factor or the right to", async () => {
    const { caseId } = await givenFreed(false);
    const form = said({ store: true });
    for (const who of [cast.elena, cast.abel, cast.adela])
      await expect(recordOwnAnswer(who, caseId, form, asked)).rejects.toMatchObject({
        code: "not_permitted",
      });
    const stale: StaffActor = { ...cast.ines, factorAt: undefined };
    await expect(recordOwnAnswer(stale, caseId, form, asked)).rejects.toMatchObject({
      code: "step_up_needed",
    });
    for (const on of ["2026-02-09", "2026-02-15"])
      await expect(recordOwnAnswer(cast.ines, caseId, { ...form, on }, asked)).rejects.toMatchObject({
        code: "asked_when",
      });
    const { name: _, ...short } = form.answers;
    const unanswered = { ...form, answers: short } as typeof form;
    await expect(recordOwnAnswer(cast.ines, caseId, unanswered, asked)).rejects.toThrow();
    const both = await Promise.allSettled(
      [cast.ines, cast.vera].map((who) => recordOwnAnswer(who, caseId, form, asked)),
    );
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await expect(recordOwnAnswer(cast.ines, caseId, form, asked)).rejects.toMatchObject({
      code: "already_asked",
    });
    const held = await givenCase(cast.ines);
    await expect(recordOwnAnswer(cast.ines, held.caseId, form, asked)).rejects.toMatchObject({
      code: "already_asked",
    });
  });

  test("the list says each person once, the latest first, and goes on where a page ended", async () => {
    await givenFreed(false);
    await givenFreed(false);
    const { rows, next } = await listToAsk(cast.ines, "all", asked);
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map((row) => row.caseId)).size).toBe(rows.length);
    expect(next).toBeNull();
    const [first, second] = rows;
    if (!first) throw new Error("somebody to ask");
    const rest = await listToAsk(
      cast.ines,
      "all",
      asked,
      cursorIn(`${first.knownFrom.getTime()}.${first.caseId}`),
    );
    expect(rest.rows[0]?.caseId).toBe(second?.caseId);
    for (const who of [cast.elena, cast.abel, cast.adela])
      await expect(listToAsk(who, "all", asked)).rejects.toMatchObject({ code: "not_permitted" });
  });
});

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { importClaims } from "@/lib/claims/commands";
import { enterAgain, enterFigure, publishEntry, setAsideEntry } from "@/lib/claims/entries/commands";
import { typedOf } from "@/lib/claims/entries/rules";
import { findFigure, listLedger } from "@/lib/claims/ledger/queries";
import { withdrawFigure } from "@/lib/claims/withdrawals/commands";
import { desk } from "@/lib/db/desk";
import { wordsOf } from "@/lib/i18n/messages";
import { findClaim, findPair } from "@/lib/opendata/claims/queries";
import { comparisonWords } from "@/lib/opendata/claims/rules";
import { oneMore, twoCoordinators } from "@/tests/support/coordinators";
import { figureTyped } from "@/tests/support/figures";
import { asOwner } from "@/tests/support/owner";
import { at } from "@/tests/support/stories";

const clock = at("2026-04-01T12:00:00Z");
const seed = readFileSync("prisma/seed/claims.csv");
const official = "interior-ministry-rel-2026-01-26";
let carmen: StaffActor;
let elena: StaffActor;
let vera: StaffActor;
let id = "";

beforeAll(async () => {
  [carmen, elena] = await twoCoordinators(clock);
  vera = await oneMore(carmen, "vera", "vetter", clock);
  await importClaims({ kind: "operator" }, seed, clock);
});

const entryOf = async (claimId: string) => (await findFigure(carmen, claimId)).waiting?.entryId ?? "";
const publicCount = async () =>
  (await asOwner<{ n: number }>("SELECT count(*)::int AS n FROM publication.claims"))[0]?.n;

describe("a figure entered at the desk", () => {
  test("is nobody's but the desk's until a second person publishes it", async () => {
    id = await enterFigure(carmen, figureTyped(), clock);
    expect(id).toBe("comite-inventado-rel-2026-01-26");
    expect(await findClaim(id)).toBeNull();
    expect(await publicCount()).toBe(343);
    await expect(publishEntry(carmen, await entryOf(id), clock)).rejects.toMatchObject({
      code: "same_person",
    });
    await expect(publishEntry(vera, await entryOf(id), clock)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await expect(enterFigure({ kind: "family" }, figureTyped(), clock)).rejects.toMatchObject({
      code: "not_permitted",
    });
  });

  test("is shown beforehand with the very sentences that the public then reads", async () => {
    const { preview } = await findFigure(carmen, id);
    if (!preview) throw new Error("no preview");
    const beside = preview.claim.beside.map((one) => one.id);
    expect(beside).toContain(official);
    const said = (["es", "en"] as const).map((locale) =>
      beside.map((other) => {
        const two = preview.around.get(other);
        return two && comparisonWords(wordsOf(locale, "claims"), preview.claim, two, preview.around);
      }),
    );
    const entryId = await entryOf(id);
    await publishEntry(elena, entryId, clock);
    const published = await findClaim(id);
    expect(published).toEqual(preview.claim);
    const read = await Promise.all(
      (["es", "en"] as const).map((locale) =>
        Promise.all(
          beside.map(async (other) => {
            const pair = (await findPair(`${other}--${id}`)) ?? (await findPair(`${id}--${other}`));
            return pair && comparisonWords(wordsOf(locale, "claims"), ...pair, preview.around);
          }),
        ),
      ),
    );
    expect(read).toEqual(said);
    expect(read[0]?.[0]?.sentence).toContain("Estas cifras no miden lo mismo");
    for (const { claim } of preview.reopened)
      expect((await findClaim(claim.id))?.beside[0]?.id).toBe(claim.beside[0]?.id);
    await expect(publishEntry(elena, entryId, clock)).rejects.toMatchObject({ code: "already_decided" });
  });

  test("is corrected only by being entered again over what stands, and never edited", async () => {
    const { held, over } = await findFigure(vera, id);
    if (!held) throw new Error("not held");
    const again = { ...typedOf(held), id, over, why: "El acta dice 301." };
    await expect(enterAgain(vera, again, clock)).rejects.toMatchObject({ code: "nothing_changed" });
    await expect(
      enterAgain(vera, { ...again, value: "301", over: "0".repeat(64) }, clock),
    ).rejects.toMatchObject({ code: "changed_meanwhile" });
    await enterAgain(vera, { ...again, value: "301" }, clock);
    await expect(enterAgain(vera, { ...again, value: "302" }, clock)).rejects.toMatchObject({
      code: "claim_waiting",
    });
    expect((await findClaim(id))?.value).toBe(300);
    await publishEntry(carmen, await entryOf(id), clock);
    expect((await findClaim(id))?.value).toBe(301);
    expect((await findFigure(vera, id)).entries).toHaveLength(2);
    for (const table of ["claim_entries", "claim_answers"])
      await expect(asOwner(`DELETE FROM registry.${table}`)).rejects.toThrow(/append-only/);
    await expect(asOwner("UPDATE registry.claim_entries SET why = 'otra'")).rejects.toThrow(/append-only/);
  });

  test("an entry set aside is never published", async () => {
    const { over } = await findFigure(vera, id);
    await enterAgain(vera, { ...figureTyped({ value: "999" }), id, over, why: "Una nota." }, clock);
    const entryId = await entryOf(id);
    await setAsideEntry(vera, entryId, "Era la misma nota.", clock);
    await expect(publishEntry(carmen, entryId, clock)).rejects.toMatchObject({ code: "already_decided" });
    expect((await findClaim(id))?.value).toBe(301);
  });

  test("relations lead to figures that are there, never in a circle, and no date has yet to come", async () => {
    const related = (target: string) => figureTyped({ relations: [{ relation: "supersedes", target }] });
    await expect(enterFigure(vera, related("nadie-rel-2026"), clock)).rejects.toMatchObject({
      code: "claim_related_to_nothing",
    });
    const second = await enterFigure(vera, related(id), clock);
    expect(second).toBe(`${id}-2`);
    await publishEntry(carmen, await entryOf(second), clock);
    expect((await findClaim(id))?.replacedBy).toBe(second);
    const { over } = await findFigure(vera, id);
    await expect(
      enterAgain(vera, { ...related(second), id, over, why: "En círculo." }, clock),
    ).rejects.toMatchObject({ code: "claim_circle" });
    await expect(enterFigure(vera, figureTyped({ stated_on: "2026-05-01" }), clock)).rejects.toMatchObject({
      code: "claim_in_future",
    });
  });
});

describe("what the database itself refuses, whoever asks", () => {
  test("a publication by whoever entered the figure, and a figure in the ledger without two people", async () => {
    const { over } = await findFigure(vera, id);
    await enterAgain(carmen, { ...figureTyped({ value: "305" }), id, over, why: "Otra nota." }, clock);
    const entryId = await entryOf(id);
    const now = clock();
    const answer = { entryId, published: true, why: "", answeredAt: now };
    await expect(desk().claimAnswer.create({ data: { ...answer, answeredBy: "carmen" } })).rejects.toThrow(
      /two people publish a figure/,
    );
    const stands = { where: { id }, data: { value: 305, entryId } };
    await expect(desk().claim.update(stands)).rejects.toThrow(/two people publish a figure/);
    await expect(
      desk().claim.update({ where: { id: official }, data: { importedBy: "vera" } }),
    ).rejects.toThrow(/two people publish a figure/);
    await expect(desk().claim.update({ where: { id }, data: { value: 7 } })).rejects.toThrow(
      /published as it was entered/,
    );
    await expect(desk().claim.update({ where: { id }, data: { entryId: null } })).rejects.toThrow(
      /entered again/,
    );
    await setAsideEntry(carmen, entryId, "Solo era una prueba.", clock);
  });

  test("a public copy that says what nobody published", async () => {
    await expect(
      desk().publishedClaim.update({
        where: { id: official },
        data: { content: { value: 1, quote: "nadie" } },
        select: { id: true },
      }),
    ).rejects.toThrow(/nobody published/);
  });
});

describe("a figure withdrawn", () => {
  test("leaves the public copy with its reason, and comes back only through two people", async () => {
    await expect(withdrawFigure(vera, { id: official, why: "Era otra fecha." }, clock)).rejects.toMatchObject(
      {
        code: "not_permitted",
      },
    );
    await withdrawFigure(carmen, { id: official, why: "La nota nunca existió." }, clock);
    expect(await findClaim(official)).toBeNull();
    expect((await findClaim(id))?.beside.map((one) => one.id)).not.toContain(official);
    const { withdrawn, held, over } = await findFigure(carmen, official);
    expect(withdrawn).toMatchObject({ why: "La nota nunca existió.", by: "carmen" });
    await expect(withdrawFigure(carmen, { id: official, why: "Otra vez." }, clock)).rejects.toMatchObject({
      code: "already_withdrawn",
    });
    if (!held) throw new Error("not held");
    await enterAgain(carmen, { ...typedOf(held), id: official, over, why: "Sí existía." }, clock);
    await publishEntry(elena, await entryOf(official), clock);
    expect((await findClaim(official))?.value).toBe(808);
  });

  test("and what people at the desk decided, no file of the operator's undoes", async () => {
    await withdrawFigure(carmen, { id: "jep-rel-2026-01-12", why: "Se comprobará." }, clock);
    const done = await importClaims({ kind: "operator" }, seed, clock);
    expect(done).toMatchObject({ read: 343, added: 0, changed: 0, kept: 2 });
    expect(await findClaim("jep-rel-2026-01-12")).toBeNull();
    await expect(importClaims(carmen, seed, clock)).rejects.toMatchObject({ code: "not_permitted" });
  });
});

describe("the list", () => {
  const called = (claimant: string) => claimant.replaceAll("-", " ");
  const asked = (view: "all" | "waiting" | "conflicts" | "withdrawn", words = "") =>
    listLedger(vera, { view, words, page: 1 }, called);

  test("finds a figure by words without accents, by number and by who said it, in any order", async () => {
    expect((await asked("all", "COMITE inventado 301")).rows.map(({ claim }) => claim.id)).toEqual([id]);
    expect((await asked("all", "1.369")).total).toBeGreaterThan(0);
    expect((await asked("all", "comite zzzz")).total).toBe(0);
  });

  test("has views that count what they hold", async () => {
    const waiting = await enterFigure(vera, figureTyped({ claimant: "otro-comite" }), clock);
    const { counts, rows } = await asked("waiting");
    expect(counts).toMatchObject({ waiting: 1, withdrawn: 1, all: 346 });
    expect(rows).toMatchObject([{ claim: { id: waiting }, state: "entered", waits: true }]);
    expect((await asked("conflicts")).total).toBe(counts.conflicts);
    expect((await asked("withdrawn")).rows.map(({ state }) => state)).toEqual(["withdrawn"]);
  });
});

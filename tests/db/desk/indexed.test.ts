import type { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { dropIndex, indexState, keepIndex } from "@/lib/people/indexed/commands";
import { candidates, findByWords } from "@/lib/people/indexed/queries";
import { rememberedSearch, rememberSearch } from "@/lib/people/indexed/remembered/commands";
import { identityInput, traitsInput } from "@/lib/people/schema";
import { erasePerson, proposeErasure } from "@/lib/publication/erasure/commands";
import { confirmChange, proposeChange } from "@/lib/vetting/identity/commands";
import { findWhoForDesk } from "@/lib/vetting/identity/page/queries";
import { findPeople } from "@/lib/vetting/search/queries";
import { type Cast, givenCast, trailOf } from "@/tests/support/cast";
import { givenIndex } from "@/tests/support/indexed";
import { asOwner } from "@/tests/support/owner";
import { at, givenCase, givenReport } from "@/tests/support/stories";

let cast: Cast;
const later = at("2026-02-01T12:00:00Z");
beforeAll(async () => {
  cast = await givenCast();
  await givenIndex(cast.vera);
});
afterAll(dropIndex);

let number = 99_300_000;
const somebody = (givenNames: string, surnames: string, aliases: string[] = []) =>
  givenCase(cast.ines, {
    identity: identityInput.parse({
      ...{ givenNames, surnames, aliases },
      idDocument: { kind: "V", number: String(number++) },
    }),
    traits: traitsInput.parse({ sex: "man", birthYear: 1988 }),
  });
/** The person of `givenReport`, as staff write her. */
const whoIsReported = () =>
  givenCase(cast.ines, {
    identity: identityInput.parse({ givenNames: "Yusmari", surnames: "de los Ángeles" }),
    traits: traitsInput.parse({}),
  });
const found = async (who: StaffActor, words: string) =>
  (await findByWords(who, words)).hits.map(({ id }) => id);

describe("whom words may mean", () => {
  test("is found by another spelling, order, part, short form, nickname, slip of a number, or reference", async () => {
    const { caseId, reference } = await somebody("Yohandry José", "Peña Quintero", ["El Catire"]);
    await somebody("Maikel", "Urdaneta Gil");
    const digits = String(number - 2);
    const swapped = digits.slice(0, 5) + digits[6] + digits[5] + digits[7];
    for (const words of [
      ...[
        "JHOANDRI PENA",
        "quintero peña yohandri",
        "yohan peñ",
        "catire",
        "el katire",
        "cheo peña quintero",
      ],
      ...[
        `V-${digits}`,
        `v ${swapped}`,
        digits.slice(0, 7),
        reference,
        reference.toLowerCase().replace("-", " "),
      ],
      "Yohandry Peña Salazar",
    ])
      expect(await found(cast.vera, words), words).toContain(caseId);
    for (const words of ["zzz", "", "--", "' OR 1=1 --", "%", "\u0000", "\u202e", "a".repeat(5000), "99"])
      expect(await found(cast.vera, words), words.slice(0, 20)).not.toContain(caseId);
  });

  test("is told to whoever may see it alone: no report to a lawyer or an editor, nobody to the others", async () => {
    const { reportId } = await givenReport();
    expect(await found(cast.ines, "Yusmary Ñañez")).toContain(reportId);
    for (const who of [cast.lucia, cast.elena])
      expect(await found(who, "Yusmary Ñañez")).not.toContain(reportId);
    const { caseId } = await whoIsReported();
    const key = { kind: "case" as const, id: caseId };
    expect((await candidates(cast.vera, key)).map(({ id }) => id)).toContain(reportId);
    expect((await candidates(cast.lucia, key)).map(({ id }) => id)).not.toContain(reportId);
    for (const who of [cast.abel, cast.adela]) {
      await expect(findByWords(who, "Yusmary")).rejects.toMatchObject({ code: "not_permitted" });
      await expect(candidates(who, key)).rejects.toMatchObject({ code: "not_permitted" });
    }
  });

  test("leaves one act without a word of what was looked for, and none where nobody was shown", async () => {
    await somebody("Zenón", "Graterol");
    const before = (await trailOf()).length;
    expect((await findPeople(cast.vera, "zenon graterol", later)).finds).toHaveLength(1);
    expect((await findPeople(cast.vera, "nadie conocido aquí", later)).finds).toEqual([]);
    expect((await trailOf()).slice(before)).toEqual(["vera people.searched"]);
    const [last] = await asOwner<{ subject: unknown }>(
      "SELECT subject FROM registry.audit_events ORDER BY seq DESC LIMIT 1",
    );
    expect(last?.subject).toBeNull();
  });

  test("stands in no address: a word of chance, for its owner alone, for an hour, twenty of them", () => {
    const word = rememberSearch(cast.vera, "Peña", later);
    expect(word).toMatch(/^[\w-]{12}$/);
    expect(rememberedSearch(cast.vera, word, later)).toBe("Peña");
    expect(rememberedSearch(cast.victor, word, later)).toBeNull();
    expect(rememberedSearch(cast.vera, word, at("2026-02-01T13:00:01Z"))).toBeNull();
    for (let n = 0; n < 20; n++) rememberSearch(cast.vera, `otra ${n}`, later);
    expect(rememberedSearch(cast.vera, word, later)).toBeNull();
  });
});

describe("the index knows what was committed before it is asked", () => {
  test("a report that came, and one that no longer waits", async () => {
    const { caseId } = await whoIsReported();
    const { reportId } = await givenReport();
    const ask = async () =>
      (await candidates(cast.vera, { kind: "case", id: caseId })).find(({ id }) => id === reportId);
    expect(await ask()).toMatchObject({ kind: "report", reasons: expect.arrayContaining(["surnames_same"]) });
    const own = { kind: "report" as const, id: reportId };
    expect((await candidates(cast.vera, own)).map(({ id }) => id)).not.toContain(reportId);
    await givenCase(cast.ines, { reportIds: [reportId], channel: "report" });
    expect(await ask()).toBeUndefined();
    expect(await candidates(cast.vera, own)).toEqual([]);
  });

  test("a name that two people changed", async () => {
    const { caseId, reference } = await somebody("Leonel", "Bastidas");
    const { who, version } = await findWhoForDesk(cast.vera, reference, later);
    const after = { ...who, identity: { ...who.identity, givenNames: "Rómulo", surnames: "Escalona" } };
    const { id } = await proposeChange(
      cast.ines,
      caseId,
      { seen: version, who: after, why: "Es otro." },
      later,
    );
    expect(await found(cast.vera, "romulo escalona")).not.toContain(caseId);
    await confirmChange(cast.vera, { caseId, changeId: id }, later);
    expect(await found(cast.vera, "romulo escalona")).toContain(caseId);
    expect(await found(cast.vera, "leonel bastidas")).not.toContain(caseId);
  });

  test("an erasure: nobody finds them at once, and no memory of them stays", async () => {
    const { caseId } = await somebody("Ulises", "Hurtado Aular");
    const { caseId: other } = await somebody("Ulises", "Hurtado Aular");
    const before = await found(cast.vera, "ulises hurtado");
    expect(before).toContain(caseId);
    const id = await proposeErasure(cast.clara, caseId, "Lo pide la familia, por escrito.", later);
    await erasePerson({ ...cast.carlos, factorAt: later() }, id, later);
    expect(await found(cast.vera, "ulises hurtado")).toEqual(before.filter((one) => one !== caseId));
    expect((await candidates(cast.vera, { kind: "case", id: other })).map((one) => one.id)).not.toContain(
      caseId,
    );
    expect(await candidates(cast.vera, { kind: "case", id: caseId })).toEqual([]);
  });

  test("many at once, as an import brings them", async () => {
    const opened = [];
    for (let n = 0; n < 3; n++) opened.push((await somebody(`Nélson ${n}`, "Importado")).caseId);
    await asOwner("SELECT pg_notify('vigilia_index', 'all')");
    expect((await found(cast.vera, "nelson importado")).sort()).toEqual(opened.sort());
  });
});

test("a row that somebody damaged is counted, and hides nobody else", async () => {
  const { caseId } = await somebody("Jairo", "Dañado");
  await asOwner("ALTER TABLE registry.people DISABLE TRIGGER USER");
  await asOwner(
    "UPDATE registry.people SET identity = set_byte(identity, 60, get_byte(identity, 60) # 1) WHERE id = (SELECT person_id FROM registry.cases WHERE id = $1)",
    [caseId],
  );
  await asOwner("ALTER TABLE registry.people ENABLE TRIGGER USER");
  dropIndex();
  await givenIndex(cast.vera);
  expect(await found(cast.vera, "jairo danado")).toEqual([]);
  expect(indexState()).toMatchObject({ state: "ready", unread: 1 });
  expect(await found(cast.vera, "zenon graterol")).toHaveLength(1);
});

test("when nobody is signed in there is none; who may see nobody makes none", async () => {
  const word = rememberSearch(cast.vera, "Peña", later);
  dropIndex();
  expect(indexState()).toEqual({ state: "off" });
  expect(rememberedSearch(cast.vera, word, later)).toBeNull();
  keepIndex(cast.abel);
  expect(indexState()).toEqual({ state: "off" });
  keepIndex(cast.ines);
  expect(indexState().state).toBe("building");
});

test("when the registry goes away and comes back, so does the index", async () => {
  await givenIndex(cast.vera);
  await asOwner(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%vigilia_index%' AND pid <> pg_backend_pid()",
  );
  await expect
    .poll(() => found(cast.vera, "zenon").catch(({ code }) => code), { timeout: 15_000, interval: 200 })
    .toHaveLength(1);
});

test("when its thread dies, whoever waits is told so, and the next to ask has another", async () => {
  await givenIndex(cast.vera);
  const { vigiliaIndex } = globalThis as unknown as { vigiliaIndex: { worker: Worker } };
  const asked = found(cast.vera, "zenon").catch(({ code }) => code);
  await vigiliaIndex.worker.terminate();
  expect(["index_away", expect.any(Array)]).toContainEqual(await asked);
  expect(indexState()).toEqual({ state: "off" });
  // Every keep of the desk's pages begins one; until it has read everybody it says how far it is.
  const states: string[] = [];
  await expect
    .poll(
      () => {
        states.push(indexState().state);
        return found(cast.vera, "zenon").catch(({ code }) => code);
      },
      { timeout: 30_000, interval: 100 },
    )
    .toHaveLength(1);
  expect(states[0]).toBe("off");
});

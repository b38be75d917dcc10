import { beforeAll, describe, expect, it } from "vitest";
import { GET as fileOf } from "@/app/api/v1/cases.csv/route";
import { findNamedCase, listNamedCases, namedCount } from "@/lib/opendata/cases/queries";
import { sortKey } from "@/lib/people/rules";
import { markEarlierPages } from "@/lib/publication/naming/marks/commands";
import { asOwner } from "../../support/owner";

interface Row {
  reference: string;
  givenNames: string;
  surnames: string;
  content?: object;
  entity?: string | null;
  sex?: string;
  state?: string;
}

const put = ({
  reference,
  givenNames,
  surnames,
  entity = "VE-V",
  sex = "man",
  state = "apprehended",
  ...row
}: Row) =>
  asOwner(
    "INSERT INTO publication.named_cases (reference, name, sort_key, content, state, entity, sex, published_at, changed_at) VALUES ($1,$2,$3,$4,$5,$6,$7,now(),'2026-01-27T03:00Z')",
    [
      reference,
      `${givenNames} ${surnames}`,
      sortKey({ givenNames, surnames }),
      {
        reference,
        name: `${givenNames} ${surnames}`,
        state,
        since: "2026-01",
        detailsHidden: false,
        entity,
        events: [],
        sources: { count: 2, kinds: ["press"] },
        ...row.content,
      },
      state,
      entity,
      sex,
    ],
  );

beforeAll(async () => {
  await put({ reference: "1AAA-AA", givenNames: "José", surnames: "Méndez Rojas" });
  await put({ reference: "1AAB-AA", givenNames: "Ana", surnames: "Ñáñez", sex: "woman", entity: "VE-A" });
  await put({ reference: "1AAC-AA", givenNames: "Luis", surnames: "Álvarez", state: "house_arrest" });
  for (let i = 0; i < 7; i++)
    await put({ reference: `2BB${i}-AA`, givenNames: "Igual", surnames: "Zambrano", entity: "VE-M" });
  await put({
    reference: "3AAA-AA",
    givenNames: "Yusmary del Valle",
    surnames: "Zerpa Hidalgo",
    sex: "woman",
    content: { events: tried },
  });
  expect(await markEarlierPages({ kind: "system", job: "tests" })).toBe(11);
  expect(await markEarlierPages({ kind: "system", job: "tests" })).toBe(0);
});

const tried = [
  { track: "process", state: "charged", month: "2026-01" },
  { track: "custody", state: "apprehended", month: "2026-01" },
  { track: "process", state: "accused", month: "2026-02" },
];

const names = async (filters: object) => (await listNamedCases(filters)).items.map((item) => item.name);

describe("the list of named people", () => {
  it("finds a name without accents, in any case, by any part, in any order", async () => {
    for (const q of ["mendez", "MÉNDEZ", "rojas jose", "José Méndez", "mend"]) {
      expect(await names({ q }), q).toEqual(["José Méndez Rojas"]);
    }
    expect(await names({ q: "nanez" })).toEqual(["Ana Ñáñez"]);
    expect(await names({ q: "%" })).toHaveLength(11);
    expect(await names({ q: "nobody" })).toEqual([]);
  });

  it("finds a name as it sounds: b and v, s, z and c, ll and y, a silent h, and the beginning of any of them", async () => {
    for (const q of [
      "llusmari",
      "Yusmari Serpa",
      "idalgo",
      "HIDALGO DE YUSMARY",
      "llus",
      "sérp idal",
      "del valle",
    ])
      expect(await names({ q }), q).toEqual(["Yusmary del Valle Zerpa Hidalgo"]);
    for (const q of ["mendes", "jose mendes rojas", "alvares", "Sambrano"])
      expect((await names({ q })).length, q).toBeGreaterThan(0);
    expect(await names({ q: "yusmary mendez" })).toEqual([]);
    await put({ reference: "5AAA-AA", givenNames: "Alba", surnames: "Perdomo" });
    await markEarlierPages({ kind: "system", job: "tests" });
    expect(await names({ q: "pérez" })).toEqual([]);
    expect(await names({ q: "perd" })).toEqual(["Alba Perdomo"]);
    await asOwner("DELETE FROM publication.named_cases WHERE reference = '5AAA-AA'");
    expect((await listNamedCases({ q: "jose" }, undefined, 50)).items.length).toBe(1);
  });

  it("filters by groups of states, entity and sex, and counts what matches beside all", async () => {
    expect(await names({ state: "house" })).toEqual(["Luis Álvarez"]);
    expect(await names({ entity: "VE-A", sex: "woman" })).toEqual(["Ana Ñáñez"]);
    expect((await listNamedCases({ state: "detained", entity: "VE-M" }, undefined, 2)).matching).toBe(7);
    expect((await listNamedCases({})).matching).toBe(11);
    expect((await listNamedCases({ q: "nobody" })).matching).toBe(0);
    expect(await names({ process: "accused" })).toEqual(["Yusmary del Valle Zerpa Hidalgo"]);
    expect(await names({ process: "charged" })).toEqual([]);
    expect(await names({ since: "2026-01", q: "rojas" })).toEqual(await names({ since: "2026", q: "rojas" }));
    expect(await names({ since: "2025" })).toEqual([]);
  });

  it("goes through everybody once, page by page, also among people of one name", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listNamedCases({}, after, 3);
      seen.push(...page.items.map((item) => item.reference));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
    expect(seen[0]).toBe("1AAC-AA");
  });

  it("answers a cursor that is not there as it answers none", async () => {
    expect(await listNamedCases({}, "9ZZZ-ZZ", 3)).toEqual(await listNamedCases({}, undefined, 3));
  });
});

describe("the page of one", () => {
  it("has the day of its last change in Caracas, and none while details are hidden", async () => {
    expect((await findNamedCase("1AAA-AA"))?.changed).toBe("2026-01-26");
    await put({
      reference: "1AAD-AA",
      givenNames: "Eva",
      surnames: "Ruiz",
      state: "released",
      content: { detailsHidden: true, since: null },
    });
    expect((await findNamedCase("1AAD-AA"))?.changed).toBeNull();
    expect(await findNamedCase("9ZZZ-ZZ")).toBeNull();
  });

  it("breaks rather than showing a word nobody meant to publish", async () => {
    await put({ reference: "1AAE-AA", givenNames: "Iris", surnames: "Sosa", content: { mother: "x" } });
    await expect(findNamedCase("1AAE-AA")).rejects.toThrow();
  });
});

describe("what a page was found by", () => {
  const marks = (reference: string) =>
    asOwner<{ mark: string }>("SELECT mark FROM publication.named_marks WHERE reference = $1", [reference]);

  it("is what it says and nothing else, and goes with it in the same moment", async () => {
    expect((await marks("3AAA-AA")).map(({ mark }) => mark).sort()).toEqual(
      [
        ...["=entity:VE-V", "=process:accused", "=sex:woman", "=since:2026", "=since:2026-01"],
        ...["=state:apprehended", "del", "hidalgo", "valle", "yusmary", "zerpa"],
        ...["~del", "~idalgo", "~baie", "~serpa", "~yusmari"],
      ].sort(),
    );
    const before = await namedCount();
    await asOwner("UPDATE publication.named_cases SET state = 'house_arrest' WHERE reference = '3AAA-AA'");
    expect(await names({ q: "zerpa", state: "house" })).toHaveLength(1);
    expect((await marks("3AAA-AA")).map(({ mark }) => mark)).not.toContain("=state:apprehended");
    await asOwner("DELETE FROM publication.named_cases WHERE reference = '3AAA-AA'");
    expect(await marks("3AAA-AA")).toEqual([]);
    expect(await names({ q: "yusmary" })).toEqual([]);
    const after = await namedCount();
    expect([after.people, after.changes]).toEqual([before.people - 1, before.changes + 2n]);
  });
});

describe("the list as a file", () => {
  const ask = (query: string, etag?: string) =>
    fileOf(
      new Request(`http://localhost/api/v1/cases.csv${query}`, {
        headers: etag ? { "If-None-Match": etag } : {},
      }),
      {},
    );

  it("has the rows of the list with the same filters, and a name that a spreadsheet would run is made harmless", async () => {
    await put({ reference: "4AAA-AA", givenNames: '=HYPERLINK("x")', surnames: "Ruiz, hija", entity: null });
    const csv = Buffer.from(await (await ask("?q=ruiz")).arrayBuffer()).toString();
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const lines = csv.slice(1).split("\r\n");
    expect(lines[0]).toBe("reference,name,state,since,entity,sex");
    expect(lines).toContain(`4AAA-AA,"'=HYPERLINK(""x"") Ruiz, hija",apprehended,2026-01,,man`);
    expect((await (await ask("")).text()).split("\r\n")).toHaveLength((await namedCount()).people + 2);
  });

  it("is the same to whoever has it until the list changes, and then another", async () => {
    const etag = (await ask("")).headers.get("etag") ?? "";
    expect((await ask("", etag)).status).toBe(304);
    await asOwner("DELETE FROM publication.named_cases WHERE reference = '4AAA-AA'");
    expect((await ask("", etag)).status).toBe(200);
  });
});

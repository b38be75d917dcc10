import { beforeAll, describe, expect, it } from "vitest";
import { countNamedCases, findNamedCase, listNamedCases } from "@/lib/opendata/cases/queries";
import { sortKey } from "@/lib/people/rules";
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
});

const names = async (filters: object) => (await listNamedCases(filters)).items.map((item) => item.name);

describe("the list of named people", () => {
  it("finds a name without accents, in any case, by any part, in any order", async () => {
    for (const q of ["mendez", "MÉNDEZ", "rojas jose", "José Méndez", "end"]) {
      expect(await names({ q }), q).toEqual(["José Méndez Rojas"]);
    }
    expect(await names({ q: "nanez" })).toEqual(["Ana Ñáñez"]);
    expect(await names({ q: "%" })).toHaveLength(10);
    expect(await names({ q: "nobody" })).toEqual([]);
  });

  it("filters by groups of states, entity and sex, and counts what matches beside all", async () => {
    expect(await names({ state: "house" })).toEqual(["Luis Álvarez"]);
    expect(await names({ entity: "VE-A", sex: "woman" })).toEqual(["Ana Ñáñez"]);
    expect(await countNamedCases({ state: "detained", entity: "VE-M" })).toEqual({ matching: 7, all: 10 });
    expect(await countNamedCases({})).toEqual({ matching: 10, all: 10 });
  });

  it("goes through everybody once, page by page, also among people of one name", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listNamedCases({}, after, 3);
      seen.push(...page.items.map((item) => item.reference));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(10);
    expect(new Set(seen).size).toBe(10);
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

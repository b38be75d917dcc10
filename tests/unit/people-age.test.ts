import { describe, expect, test } from "vitest";
import { ageGroupOn, sortKey } from "@/lib/people/rules";

const told = { birthDate: null, birthYear: null, ageAtDetention: null };

describe("age at detention", () => {
  test.each([
    ["the eve of the eighteenth birthday", { ...told, birthDate: "2006-08-02" }, "2024-08-01", "under18"],
    ["the eighteenth birthday", { ...told, birthDate: "2006-08-02" }, "2024-08-02", "adult"],
    [
      "born on 29 February, the day before March",
      { ...told, birthDate: "2004-02-29" },
      "2022-02-28",
      "under18",
    ],
    ["born on 29 February, 1 March", { ...told, birthDate: "2004-02-29" }, "2022-03-01", "adult"],
    ["told 16 or 17", { ...told, ageAtDetention: { min: 16, max: 17 } }, "2024-08-01", "under18"],
    ["told 17 or 18", { ...told, ageAtDetention: { min: 17, max: 18 } }, "2024-08-01", "unknown"],
    ["told 18 to 20", { ...told, ageAtDetention: { min: 18, max: 20 } }, "2024-08-01", "adult"],
    ["birth year 19 before", { ...told, birthYear: 2005 }, "2024-08-01", "adult"],
    ["birth year 18 before", { ...told, birthYear: 2006 }, "2024-12-31", "unknown"],
    ["birth year 17 before", { ...told, birthYear: 2007 }, "2024-08-01", "under18"],
    ["nothing told", told, "2024-08-01", "unknown"],
  ] as const)("%s", (_why, traits, day, group) => {
    expect(ageGroupOn(traits, day)).toBe(group);
  });

  test("lists go by surname, without accents", () => {
    expect(sortKey({ givenNames: "José Ñoño", surnames: "Ávila  de León" })).toBe("avila de leon jose nono");
  });
});

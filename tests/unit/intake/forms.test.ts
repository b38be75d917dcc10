import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detentionForm } from "@/lib/intake/detention/schema";
import { holdsBack, isUrgent, problemsOf, reportFrom, whereToResume } from "@/lib/intake/draft/rules";
import { type Draft, questionsForm } from "@/lib/intake/draft/schema";
import { personForm } from "@/lib/intake/person/schema";
import { problemsIn } from "@/lib/intake/typed/schema";
import { whereaboutsForm } from "@/lib/intake/whereabouts/schema";

const today = "2026-01-20";
const keys = (form: Parameters<typeof problemsIn>[0], posted: Record<string, string>) =>
  problemsIn(form, posted).map(({ field, key }) => `${field}:${key}`);

describe("the two questions", () => {
  test("have no answer until one is given", () => {
    expect(keys(questionsForm, {})).toEqual(["store:store_missing", "count:count_missing"]);
    expect(keys(questionsForm, { store: "yes", count: "maybe" })).toEqual(["count:count_missing"]);
    expect(keys(questionsForm, { store: "no", count: "no" })).toEqual([]);
  });
});

describe("the person", () => {
  test.each([
    ["one surname", { surnames: "Rondón" }],
    ["particles and apostrophes", { givenNames: "María de los Ángeles", surnames: "D'Ambrosio-Núñez" }],
    ["another alphabet", { givenNames: "Юлия" }],
    ["one letter", { givenNames: "Ñ" }],
    ["figures in a name", { givenNames: "4n4" }],
    ["Null", { surnames: "Null" }],
  ])("a real name is taken as written: %s", (_why, posted) => {
    expect(personForm.parse(posted)).toMatchObject(posted);
  });

  test("no pattern ever rejects a name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (name) => {
        fc.pre(
          /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) &&
            !/^[\p{Default_Ignorable_Code_Point}\s\u2800]*$/u.test(name),
        );
        fc.pre(name.length <= 200);
        expect(personForm.parse({ givenNames: name }).givenNames).toBe(name.trim());
      }),
    );
  });

  test.each([
    ["nothing", {}, ["givenNames:name_missing"]],
    ["only blanks", { givenNames: "   " }, ["givenNames:name_missing"]],
    [
      "joiners of no width",
      { givenNames: "\u200b\u200d", surnames: "\u2060\ufeff" },
      ["givenNames:name_missing"],
    ],
    [
      "letters that fill a space",
      { givenNames: "\u3164\u115f", surnames: "\u2800" },
      ["givenNames:name_missing"],
    ],
    ["a document without number", { givenNames: "A", idKind: "V" }, ["idNumber:id_number_missing"]],
    ["a number without document", { givenNames: "A", idNumber: "99100200" }, ["idKind:id_kind_missing"]],
    [
      "a cédula with letters",
      { givenNames: "A", idKind: "E", idNumber: "99x" },
      ["idNumber:id_number_wrong"],
    ],
    [
      "a year of two digits",
      { givenNames: "A", ageKind: "year", birthYear: "90" },
      ["birthYear:birth_year_wrong"],
    ],
    ["an age in words", { givenNames: "A", approxAge: "treinta" }, ["approxAge:age_wrong"]],
    ["a name too long", { givenNames: "a".repeat(201) }, ["givenNames:too_long"]],
  ])("says what to mend: %s", (_why, posted, problems) => {
    expect(keys(personForm, posted)).toEqual(problems);
  });

  test.each([
    ["V-99.100.200", "99100200"],
    ["C.I.: 99 100 200", "99100200"],
    ["099100200", "99100200"],
    ["９９１００２００", "99100200"],
  ])("a cédula typed as %s is one number", (idNumber, number) => {
    expect(personForm.parse({ givenNames: "A", idKind: "V", idNumber }).idDocument).toEqual({
      kind: "V",
      number,
    });
  });

  test("what is left open is not known, and a marked answer outweighs a forgotten box", () => {
    expect(personForm.parse({ surnames: "B" })).toEqual({
      givenNames: "",
      surnames: "B",
      idDocument: null,
      sex: "unknown",
    });
    expect(personForm.parse({ surnames: "B", ageKind: "unknown", birthYear: "x" }).birthYear).toBeUndefined();
    expect(personForm.parse({ surnames: "B", approxAge: "0" }).approxAge).toBe(0);
  });
});

describe("the date", () => {
  const date = (posted: Record<string, string>) => detentionForm(today).parse(posted).date;

  test.each([
    [{}, { precision: "unknown" }],
    [{ precision: "unknown" }, { precision: "unknown" }],
    [{ year: "2026" }, { year: 2026, precision: "exact" }],
    [
      { month: "1", year: "26" },
      { month: 1, year: 2026, precision: "exact" },
    ],
    [
      { month: "Enero", year: "2026" },
      { month: 1, year: 2026, precision: "exact" },
    ],
    [
      { month: "set", year: "2025" },
      { month: 9, year: 2025, precision: "exact" },
    ],
    [
      { day: "29", month: "2", year: "2024" },
      { day: 29, month: 2, year: 2024, precision: "exact" },
    ],
    [
      { day: "20", month: "1", year: "2026", precision: "before" },
      { day: 20, month: 1, year: 2026, precision: "before" },
    ],
    [
      { year: "2025", precision: "unknown" },
      { year: 2025, precision: "approximate" },
    ],
  ])("%j is taken as %j", (posted, read) => {
    expect(date(posted)).toEqual(read);
  });

  test.each([
    [{ day: "32", month: "1", year: "2026" }, "day:day_wrong"],
    [{ day: "1", month: "13", year: "2026" }, "month:month_wrong"],
    [{ day: "30", month: "2", year: "2025" }, "day:date_unreal"],
    [{ day: "29", month: "2", year: "2025" }, "day:date_unreal"],
    [{ day: "21", month: "1", year: "2026" }, "day:date_future"],
    [{ month: "2", year: "2026" }, "year:date_future"],
    [{ year: "2027" }, "year:year_wrong"],
    [{ year: "1998" }, "year:year_wrong"],
    [{ day: "3", year: "2026" }, "month:month_missing"],
    [{ month: "3" }, "year:year_missing"],
    [{ precision: "before" }, "year:date_missing"],
    [{ day: "ayer", month: "1", year: "2026" }, "day:day_wrong"],
  ])("%j must be mended at %s", (posted, problem) => {
    expect(keys(detentionForm(today), posted)).toEqual([problem]);
  });

  test("anything typed either reads as a date that has happened or names a box", () => {
    const part = fc.oneof(fc.constant(""), fc.nat(40).map(String), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(
        part,
        part,
        fc.oneof(part, fc.integer({ min: 1990, max: 2030 }).map(String)),
        (day, month, year) => {
          const read = detentionForm(today).safeParse({ day, month, year });
          if (!read.success) {
            expect(read.error.issues[0]?.path[0]).toMatch(/^(day|month|year)$/);
            return;
          }
          const { year: y, month: m = 1, day: d = 1 } = read.data.date;
          if (y) expect(new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10) <= today).toBe(true);
        },
      ),
    );
  });
});

describe("a draft", () => {
  const draft = (forms: Draft["forms"]): Draft => ({
    version: 1,
    locale: "es",
    permissions: [],
    threadPublicKey: "AAAA",
    forms,
  });

  test.each([
    ["nothing", {}, "person", "person"],
    ["the person", { person: { givenNames: "A" } }, "detention", "detention"],
    ["what is needed", { person: { givenNames: "A" }, detention: {} }, "whereabouts", null],
    [
      "everything",
      {
        ...{ person: { givenNames: "A" }, detention: {}, whereabouts: {}, court: {}, health: {} },
        ...{ contact: {}, permissions: {} },
      },
      "review",
      null,
    ],
    ["a wrong page", { person: {}, detention: {}, whereabouts: {} }, "person", "person"],
    [
      "a wrong later page",
      { person: { givenNames: "A" }, detention: { month: "13" } },
      "detention",
      "detention",
    ],
  ])("with %s goes on at the right page", (_why, forms, resume, held) => {
    expect(whereToResume(draft(forms), today)).toBe(resume);
    expect(holdsBack(draft(forms), today)).toBe(held);
  });

  test("makes a report in which a denial and an age in doubt are read first", () => {
    const report = (person: object, whereabouts: object) =>
      reportFrom(
        draft({ person: { givenNames: "A", ...person }, detention: {}, whereabouts: { ...whereabouts } }),
        today,
      );
    expect(isUrgent(report({}, {}), today)).toBe(false);
    expect(isUrgent(report({ birthYear: "2008", ageKind: "year" }, {}), today)).toBe(true);
    expect(isUrgent(report({ birthYear: "2007", ageKind: "year" }, {}), today)).toBe(false);
    expect(isUrgent(report({ approxAge: "17" }, {}), today)).toBe(true);
    expect(isUrgent(report({}, { deniedWhere: "El Rodeo" }), today)).toBe(true);
    expect(isUrgent(report({}, { told: "told", facility: "RODEO1" }), today)).toBe(false);
  });

  test("a place or a denial without a marked answer is the answer", () => {
    expect(whereaboutsForm.parse({ facility: "RODEO1" }).whereabouts.told).toBe("told");
    expect(whereaboutsForm.parse({ deniedWhere: "ayer" }).whereabouts.told).toBe("denied");
    expect(problemsOf("whereabouts", {}, today)).toEqual([]);
  });
});

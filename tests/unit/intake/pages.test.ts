import { describe, expect, test } from "vitest";
import { contactForm } from "@/lib/intake/contact/schema";
import { courtForm } from "@/lib/intake/court/schema";
import { detentionForm } from "@/lib/intake/detention/schema";
import { healthForm } from "@/lib/intake/health/schema";
import { permissionsForm } from "@/lib/intake/permissions/schema";
import { problemsIn } from "@/lib/intake/typed/schema";
import { boundsOf, permissionsOf } from "@/lib/vetting/reports/rules";

const today = "2026-01-20";
const keys = (form: Parameters<typeof problemsIn>[0], posted: Record<string, string>) =>
  problemsIn(form, posted).map(({ field, key }) => `${field}:${key}`);

describe("a page left blank", () => {
  test("says nothing, and nothing must be mended", () => {
    for (const form of [courtForm(today), healthForm, contactForm]) {
      expect(form.parse({})).toEqual({});
      expect(form.parse({ presented: "unknown", danger: "unknown", counsel: "unknown" })).toEqual({});
    }
    expect(permissionsForm.parse({})).toEqual({ answers: [] });
  });
});

describe("between two dates", () => {
  const between = (posted: Record<string, string>) => ({ precision: "between", ...posted });
  test.each([
    [{ month: "1", year: "2026" }, ["untilYear:until_missing"]],
    [{ year: "2026", untilMonth: "1", untilDay: "5" }, ["untilYear:year_missing"]],
    [{ month: "1", year: "2026", untilMonth: "12", untilYear: "2025" }, ["untilYear:until_earlier"]],
    [{ year: "2025", untilDay: "31", untilMonth: "2", untilYear: "2025" }, ["untilDay:date_unreal"]],
    [{ untilYear: "2025" }, ["year:year_missing"]],
    [{ year: "2025", untilYear: "2026" }, []],
  ])("%j asks to mend %j", (posted, problems) => {
    expect(keys(detentionForm(today), between(posted))).toEqual(problems);
  });

  test("is a span from the first day of the one to the last of the other", () => {
    const { date } = detentionForm(today).parse({
      month: "enero",
      year: "25",
      untilMonth: "2",
      untilYear: "2025",
    });
    expect(date).toEqual({
      ...{ month: 1, year: 2025, precision: "between" },
      until: { month: 2, year: 2025 },
    });
    expect(boundsOf(date)).toEqual({ earliest: "2025-01-01", latest: "2025-02-28" });
  });
});

describe("the next hearing", () => {
  test("may be in the future, but not ten years away", () => {
    expect(keys(courtForm(today), { day: "3", month: "8", year: "2027" })).toEqual([]);
    expect(keys(courtForm(today), { year: "2036" })).toEqual(["year:year_wrong"]);
  });
});

describe("how to reach them", () => {
  test.each([
    [{ address: "0414" }, ["way:way_missing"]],
    [{ way: "signal" }, ["address:address_missing"]],
    [{ way: "call", address: "0414", from: "08:00", until: "08:00" }, ["until:hours_same"]],
    [{ way: "call", address: "x".repeat(101) }, ["address:too_long"]],
    [{ way: "none", address: "0414", from: "08:00", until: "08:00" }, []],
    [{ way: "email", address: "a\u0000b\r\nc" }, []],
  ])("%j asks to mend %j", (posted, problems) => {
    expect(keys(contactForm, posted)).toEqual(problems);
  });

  test("in no way is an answer that forgets an address and keeps the word", () => {
    expect(contactForm.parse({ way: "none", address: "0414", leave: "yes", safeWord: "guayaba" })).toEqual({
      contact: {
        ...{ way: "none", address: "", mayLeaveMessage: false, safeWord: "guayaba" },
        hours: { from: null, until: null },
      },
    });
  });
});

describe("the permissions", () => {
  const at = "2026-01-20T16:00:00.000Z";
  test("not knowing yet is no answer, and a yes asks who gives it where nobody said", () => {
    expect(permissionsForm.parse({ permit_un: "unsure", at }).answers).toEqual([]);
    expect(keys(permissionsForm, { permit_un: "yes", relation: "not_said" })).toEqual([
      "relation:relation_missing",
    ]);
    expect(keys(permissionsForm, { permit_un: "yes", relation: "friend" })).toEqual([
      "relation:relation_cannot",
    ]);
    expect(keys(permissionsForm, { permit_un: "no", relation: "not_said" })).toEqual([]);
    expect(keys(permissionsForm, { permit_un: "yes", relation: "sibling" })).toEqual([]);
  });

  test("on opening a case a no holds at once, and a yes that needs a checked standing waits", () => {
    const given = { textVersion: "2026-11", at };
    const payload = {
      version: 1 as const,
      locale: "es" as const,
      permissions: [
        { purpose: "count" as const, granted: true, ...given },
        { purpose: "un" as const, granted: true, ...given },
        { purpose: "name" as const, granted: false, ...given },
      ],
      person: { givenNames: "A", surnames: "", idDocument: null, sex: "unknown" as const },
      detention: { date: { precision: "unknown" as const } },
      whereabouts: { told: "unknown" as const },
      relation: "lawyer" as const,
      threadPublicKey: "AAAA",
    };
    expect(
      permissionsOf(payload).map(({ purpose, granted, givenBy }) => [purpose, granted, givenBy]),
    ).toEqual([
      ["count", true, "lawyer"],
      ["name", false, "lawyer"],
    ]);
  });
});

import { expect, test } from "vitest";
import { stripsPage } from "../../scripts/cli/strips-page";

const made = Array.from({ length: 13 }, (_, n) => ({
  number: String(4_829_100 + n),
  code: `990000000000000000${String(n).padStart(2, "0")}`,
}));

test.each(["es", "en"] as const)(
  "strips to print (%s): each number beside its own code, once, six to a page",
  (locale) => {
    const page = stripsPage(made, locale, "tramites.example.org/tramite");
    expect(page.match(/<section>/g)).toHaveLength(3);
    const strips = page.split("<article>").slice(1);
    expect(strips).toHaveLength(13);
    for (const [n, strip] of strips.entries()) {
      expect(strip.replace(/\s/g, "")).toContain(made[n]?.number);
      expect(strip.replace(/\s/g, "")).toContain(made[n]?.code);
      expect(strip).toContain("tramites.example.org/tramite");
    }
    expect(page).not.toMatch(/<script|src=|href=|@import|url\(/);
  },
);

test("an address is written as letters, and none where there is none", () => {
  expect(stripsPage(made, "es", "<b>x</b>")).not.toContain("<b>x</b>");
  expect(stripsPage(made, "es", undefined)).toContain("Con él vuelve a su trámite.");
});

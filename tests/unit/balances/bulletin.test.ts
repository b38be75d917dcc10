import { describe, expect, test } from "vitest";
import { bulletin, MOST_CHARACTERS } from "@/lib/balances/bulletin/rules";
import { balance } from "../../support/balance";

describe("a publication as one message", () => {
  test.each(["es", "en"] as const)(
    "%s: its hour, the total, the releases by kind and where to check it",
    (locale) => {
      const text = bulletin(
        locale,
        balance({ kind: "partial", at: "2026-01-27T02:15:00Z" }),
        "https://vigilia.test",
      );
      expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
      expect(text).toContain("10:15");
      expect(text).toMatch(/1[.,]711/);
      expect(text).toContain("21.");
      const page = locale === "es" ? "/balances/2026-01-26" : "/en/balances/2026-01-26";
      expect(text.endsWith(`https://vigilia.test${page}`)).toBe(true);
      const words =
        locale === "es" ? ["Total", "Hombres", "Mujeres", "Adultos"] : ["Total", "Men", "Women", "Adults"];
      const places = words.map((word) => text.indexOf(`\n${word}: `));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
      expect(text).not.toMatch(/[{}]/);
    },
  );

  test.each(["es", "en"] as const)(
    "%s: stays within a telephone's room, keeping what must be said",
    (locale) => {
      const terms = {
        newDetentions: 1e9,
        redetentions: 1e9,
        releases: -1e9,
        deaths: -1e9,
        leftWithoutRelease: -1e9,
      };
      const late = {
        lateRegistrations: 1e9,
        lateExits: -1e9,
        removals: -1e9,
        merges: -1e9,
        corrections: 1e9,
      };
      const large = { othersOrUnknown: 1e9, unknown: 1e9 };
      const whole = balance();
      const text = bulletin(
        locale,
        balance({
          partitions: {
            ...whole.partitions,
            sex: { ...large, man: 1e9, woman: 1e9, other: 1e9 },
            civilMilitary: { ...large, civilian: 1e9, military: 1e9 },
            convicted: { ...large, convicted: 1e9, notConvicted: 1e9 },
          },
          change: whole.change && {
            ...whole.change,
            reconciliation: { opening: 1e9, terms: { ...terms, ...late }, closing: 1e9, residual: 0 },
          },
        }),
        `https://${"registro-de-personas.".repeat(6)}org`,
      );
      expect([...text].length).toBeLessThanOrEqual(MOST_CHARACTERS);
      expect(text).toMatch(/libertad|being free|free/);
      expect(text).toContain("/balances/2026-01-26");
    },
  );
});

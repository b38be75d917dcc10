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
      expect(text.endsWith("https://vigilia.test/balances/2026-01-26")).toBe(true);
      expect(text).not.toMatch(/[{}]/);
    },
  );
});

import { expect, it } from "vitest";
import { clockTime, cutOffParts, dayName, monthName, number } from "@/lib/i18n/dates";

it("calls the midnight that ends the 26th the close of the 26th", () => {
  expect(cutOffParts("es", new Date("2026-01-27T00:00:00-04:00"))).toEqual({
    day: "lunes 26 de enero de 2026",
    time: null,
  });
  expect(cutOffParts("es", new Date("2026-01-27T00:01:00-04:00")).day).toBe("martes 27 de enero de 2026");
  expect(cutOffParts("en", new Date("2026-01-19T21:45:00-04:00")).time).toMatch(/^9:45\sPM$/i);
});

it("prints days, months and numbers as each language does, wherever the reader's machine is", () => {
  expect(monthName("es", "2026-01")).toBe("enero de 2026");
  expect(dayName("en", "2026-01-08")).toBe("January 8, 2026");
  expect(clockTime("es", new Date("2026-01-10T18:10:00-04:00"))).toMatch(/^6:10\sp\.\sm\.$/);
  expect(number("es", 15879)).toBe("15.879");
});

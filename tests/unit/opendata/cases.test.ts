import { expect, it } from "vitest";
import { addressOf, askedFor, inTime } from "@/lib/opendata/cases/rules";
import { markOf, statesOf } from "@/lib/opendata/cases/schema";

it("keeps of an address what makes sense and leaves out the rest, never an error", () => {
  const { filters, after, left } = askedFor({
    q: "  Méndez ",
    state: "free as a bird",
    entity: ["VE-V", "VE-A"],
    sex: "",
    after: "'; DROP",
    utm: "x",
  });
  expect(filters).toEqual({ q: "Méndez", entity: "VE-V" });
  expect(after).toBeUndefined();
  expect(left).toBe(true);
  expect(askedFor({ q: "Méndez", since: "2026-01", utm: "x" }).left).toBe(false);
  expect(addressOf(filters, "7K3Q-9F")).toBe("?q=M%C3%A9ndez&entity=VE-V&after=7K3Q-9F");
  expect(addressOf({})).toBe("");
});

it("takes house arrest and unexecuted releases for detained, and a death for nothing else", () => {
  expect(statesOf.detained).toContain("house_arrest");
  expect(statesOf.detained).toContain("release_ordered_not_executed");
  expect(statesOf.released).not.toContain("died_in_custody");
  expect(statesOf.released).toContain("released");
  expect(markOf("house_arrest")).toBe("house");
  expect(markOf("released")).toBe("measures");
});

it("tells what happened in time over all tracks, and turns nothing of one track round", () => {
  const event = (track: "custody" | "process", state: string, month: string | null) => ({
    track,
    state,
    month,
  });
  const told = inTime([
    event("custody", "apprehended", "2025-01"),
    event("custody", "located_contact", "2025-03"),
    event("custody", "house_arrest", null),
    event("process", "presented", "2025-01"),
    event("process", "trial", "2025-02"),
  ]);
  expect(told.map(({ state }) => state)).toEqual([
    ...["apprehended", "presented", "trial", "located_contact", "house_arrest"],
  ]);
});

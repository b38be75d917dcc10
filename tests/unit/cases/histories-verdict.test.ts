import { describe } from "vitest";
import { custody, history, permission, person, vetting } from "@/tests/support/small-histories";

const K = "2024-09-01";
describe("verdict and permission", () => {
  const held = [custody("apprehended", "2024-08-02")];
  const allowed = permission(true, "2024-01-01");
  history(
    "permission refused",
    person(held, { permissions: [allowed, permission(false, "2024-08-25")] }),
    [
      ["2024-08-10", "2024-08-24", true],
      ["2024-08-10", K, false],
    ],
    [["2024-08-24", "2024-09-01", "2024-08-24", K, { opening: 1, removals: -1 }]],
  );
  history(
    "permission withdrawn, and given again",
    person(held, {
      permissions: [permission(true, "2024-01-01", "2024-08-25"), permission(true, "2024-08-30")],
    }),
    [
      ["2024-08-10", "2024-08-24", true],
      ["2024-08-10", "2024-08-26", false],
      ["2024-08-10", K, true],
    ],
    [["2024-08-26", "2024-09-01", "2024-08-26", K, { lateRegistrations: 1, closing: 1 }]],
  );
  history("never permitted", person(held, { permissions: [] }), [["2024-08-10", K, false]]);
  history(
    "the verdict lost on review",
    person([
      ...held,
      vetting("verified_political", "2024-08-20"),
      vetting("arbitrary_not_political", "2024-08-28"),
    ]),
    [
      ["2024-08-10", "2024-08-27", true],
      ["2024-08-10", K, false],
    ],
    [["2024-08-25", "2024-09-01", "2024-08-25", K, { opening: 1, removals: -1 }]],
  );
  history(
    "the verdict lost, and an exit before learned since: the exit is named first",
    person([
      ...held,
      custody("released_full", "2024-08-12", { known: "2024-08-28" }),
      vetting("verified_political", "2024-08-20"),
      vetting("not_confirmed", "2024-08-28"),
    ]),
    [["2024-08-10", K, false]],
    [["2024-08-25", "2024-09-01", "2024-08-25", K, { opening: 1, lateExits: -1 }]],
  );
  history(
    "merged, and unmerged",
    person([
      ...held,
      vetting("verified_political", "2024-08-20"),
      vetting("merged_duplicate", "2024-08-25", { until: "2024-08-30" }),
    ]),
    [
      ["2024-08-10", "2024-08-24", true],
      ["2024-08-10", "2024-08-26", false],
      ["2024-08-10", K, true],
    ],
    [
      ["2024-08-24", "2024-08-26", "2024-08-24", "2024-08-26", { opening: 1, merges: -1 }],
      ["2024-08-26", "2024-09-01", "2024-08-26", K, { merges: 1, closing: 1 }],
    ],
  );
});

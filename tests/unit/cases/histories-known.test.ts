import { describe } from "vitest";
import { custody, history, person, vetting } from "@/tests/support/small-histories";

const K = "2024-09-01";
const first = [custody("apprehended", "2024-08-02"), custody("released_full", "2024-08-12")];

describe("detained again", () => {
  history(
    "counts at once, whatever the 48 hours",
    person([...first, custody("apprehended", "2024-08-15 10:00", { episode: 2 })]),
    [
      ["2024-08-14", K, false],
      ["2024-08-15 10:00", K, true],
    ],
    [["2024-08-01", "2024-08-31", K, K, { newDetentions: 1, redetentions: 1, releases: 1, closing: 1 }]],
  );
  // Release at 12 August 00:00; the new detention of that day at 13 August 00:00.
  history(
    "on the day of the release, by whole days",
    person([...first, custody("whereabouts_concealed", "2024-08-12", { episode: 2 })]),
    [
      ["2024-08-12", K, true],
      ["2024-08-12 12:00", K, false],
      ["2024-08-13", K, { whereaboutsUnknown: true }],
    ],
    [["2024-08-12", "2024-08-13", K, K, { opening: 1, releases: 1, redetentions: 1, closing: 1 }]],
  );
  // At one instant: one person is held, and both acts fall in the window that begins there.
  const same = person([
    custody("apprehended", "2024-08-02"),
    custody("released_with_measures", "2024-08-12 18:00"),
    custody("apprehended", "2024-08-12 18:00", { episode: 2, entity: "VE-A" }),
  ]);
  history(
    "at the very instant of the release: held once, and every window closes",
    same,
    [
      ["2024-08-12 17:59", K, { stateHeld: "unknown" }],
      ["2024-08-12 18:00", K, { stateHeld: "VE-A" }],
      ["2024-08-12 18:01", K, true],
    ],
    [
      ["2024-08-10", "2024-08-12 18:00", K, K, { opening: 1, closing: 1 }],
      ["2024-08-12 18:00", "2024-08-20", K, K, { opening: 1, releases: 1, redetentions: 1, closing: 1 }],
      ["2024-08-10", "2024-08-20", K, K, { opening: 1, releases: 1, redetentions: 1, closing: 1 }],
    ],
  );
  history(
    "before the release between became known: one detention, not two",
    person([
      custody("apprehended", "2024-08-02"),
      custody("released_full", "2024-08-12", { known: "2024-10-01" }),
      custody("apprehended", "2024-08-15", { episode: 2 }),
    ]),
    [
      ["2024-08-14", K, true],
      ["2024-08-14", "2024-10-02", false],
      ["2024-08-17", "2024-10-02", true],
    ],
    [
      ["2024-08-01", "2024-08-31", K, K, { newDetentions: 1, closing: 1 }],
      [
        "2024-08-01",
        "2024-08-31",
        "2024-10-02",
        "2024-10-02",
        { newDetentions: 1, releases: 1, redetentions: 1, closing: 1 },
      ],
    ],
  );
  history(
    "a verdict on the first detention says nothing of the second",
    person([
      ...first,
      custody("apprehended", "2024-08-15", { episode: 2 }),
      vetting("verified_political", "2024-08-20", { episode: 1 }),
      vetting("verified_political", "2024-08-28", { episode: 2 }),
    ]),
    [
      ["2024-08-10", K, true],
      ["2024-08-17", "2024-08-27", false],
      ["2024-08-17", K, true],
    ],
    [["2024-08-17", "2024-08-20", "2024-08-27", K, { lateRegistrations: 1, closing: 1 }]],
  );
  history(
    "freed at an unknown time before a dated new detention: out by then",
    person([
      custody("apprehended", "2024-08-02"),
      custody("released_unspecified", "?..2024-08-14", { known: "2024-08-25" }),
      custody("apprehended", "2024-08-15 10:00", { episode: 2, known: "2024-08-25" }),
    ]),
    [
      ["2024-08-15 09:00", K, true],
      ["2024-08-16", K, true],
    ],
    [["2024-08-10", "2024-08-20", K, K, { opening: 1, releases: 1, redetentions: 1, closing: 1 }]],
  );
});

describe("knowledge", () => {
  const late = person([
    custody("apprehended", "2024-08-02"),
    custody("released_full", "2024-08-12", { known: "2024-08-28" }),
  ]);
  history(
    "a release learned late is a late exit, not a release of the week it was learned in",
    late,
    [
      ["2024-08-13", "2024-08-27", true],
      ["2024-08-13", K, false],
    ],
    [
      ["2024-08-25", "2024-09-01", "2024-08-25", K, { opening: 1, lateExits: -1 }],
      ["2024-08-10", "2024-08-25", K, K, { opening: 1, releases: 1 }],
    ],
  );
  history(
    "verified already, and the detention dated only later: a correction",
    person([custody("apprehended", "2024-08-02", { known: "2024-08-28" })]),
    [
      ["2024-08-10", "2024-08-27", false],
      ["2024-08-10", K, true],
    ],
    [["2024-08-20", "2024-09-01", "2024-08-20", K, { corrections: 1, closing: 1 }]],
  );
  history(
    "and verified late",
    person([
      custody("apprehended", "2024-08-02"),
      vetting("pending_evaluation", "2024-08-20"),
      vetting("verified_political", "2024-08-28"),
    ]),
    [
      ["2024-08-10", "2024-08-27", false],
      ["2024-08-10", K, true],
    ],
    [["2024-08-25", "2024-09-01", "2024-08-25", K, { lateRegistrations: 1, closing: 1 }]],
  );
  history(
    "a release retracted: held again, as if never freed",
    person([
      custody("apprehended", "2024-08-02"),
      custody("released_full", "2024-08-12", { until: "2024-08-28" }),
    ]),
    [
      ["2024-08-15", "2024-08-25", false],
      ["2024-08-15", K, true],
    ],
    [["2024-08-25", "2024-09-01", "2024-08-25", K, { corrections: 1, closing: 1 }]],
  );
  history(
    "a release corrected to a later day stands beside the first",
    person([
      custody("apprehended", "2024-08-02"),
      custody("released_full", "2024-08-12", { until: "2024-08-28" }),
      custody("released_full", "2024-08-18", { known: "2024-08-28" }),
    ]),
    [
      ["2024-08-15", "2024-08-25", false],
      ["2024-08-15", K, true],
      ["2024-08-19", K, false],
      ["2024-08-19", "2024-08-25", false],
    ],
    [["2024-08-15", "2024-08-25", "2024-08-25", K, { corrections: 1, releases: 1 }]],
  );
  history(
    "an arrest between two days counts from the last",
    person([custody("whereabouts_concealed", "2024-08-02..2024-08-04")]),
    [
      ["2024-08-04 23:59", K, false],
      ["2024-08-05", K, true],
    ],
  );
  history(
    "an arrest with an open end counts from when it was known",
    person([custody("whereabouts_concealed", "2024-08-02..?")]),
    [
      ["2024-08-19", K, false],
      ["2024-08-20", K, true],
    ],
  );
  history(
    "and never after what followed it",
    person([
      custody("whereabouts_concealed", "2024-08-02..?"),
      custody("located_contact", "2024-08-06 09:00"),
    ]),
    [
      ["2024-08-06 08:00", K, false],
      ["2024-08-06 09:00", K, { whereabouts: "known" }],
    ],
  );
});

describe("two detentions within 48 hours, the first release known late", () => {
  history(
    "the first is short only once its own release is known",
    person([
      custody("apprehended", "2024-08-02 10:00"),
      custody("released_full", "2024-08-02 15:00", { known: "2024-08-25" }),
      custody("apprehended", "2024-08-02 20:00", { episode: 2 }),
      custody("released_unspecified", "2024-08-03 10:00", { episode: 2 }),
    ]),
    [
      ["2024-08-02 19:59", "2024-08-24", false],
      ["2024-08-02 20:00", "2024-08-24", true],
      ["2024-08-02 19:59", "2024-08-26", false],
      ["2024-08-02 20:00", "2024-08-26", true],
    ],
    [
      ["2024-08-01", "2024-08-10", "2024-08-24", "2024-08-24", { newDetentions: 1, releases: 1 }],
      [
        "2024-08-01",
        "2024-08-10",
        "2024-08-26",
        "2024-08-26",
        { newDetentions: 1, releases: 1, shortDetentions: 1 },
      ],
    ],
  );
});

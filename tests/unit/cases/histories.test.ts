import { describe } from "vitest";
import { custody, history, measure, person, process } from "@/tests/support/small-histories";

// Answers written by hand from the rules. Unless told, every fact is known from 20 August 2024; "K" below is later than that.
const K = "2024-09-01";

describe("48 hours and what does not wait for them", () => {
  const arrested = custody("apprehended", "2024-08-02");
  // That day: its instant is 3 August 00:00; 48 hours later is 5 August 00:00.
  history("a plain arrest counts 48 hours after the end of its day", person([arrested]), [
    ["2024-08-04 23:59", K, false],
    ["2024-08-05", K, { whereabouts: "notRecorded", ageGroup: "adult" }],
    ["2024-08-05", "2024-08-19", false],
  ]);
  history("a disappearance counts at once", person([custody("whereabouts_concealed", "2024-08-02")]), [
    ["2024-08-02 23:59", K, false],
    ["2024-08-03", K, { whereaboutsUnknown: true, whereabouts: "unknown", stateHeld: "unknown" }],
  ]);
  history(
    "so does an arrest of which the family was not told",
    person([
      custody("apprehended", "2024-08-02 10:00", { whereabouts: "not_told_to_family", entity: "VE-K" }),
    ]),
    [
      ["2024-08-02 10:00", K, { whereaboutsUnknown: true, stateOfDetention: "VE-K", stateHeld: "unknown" }],
      ["2024-08-02 09:59", K, false],
    ],
  );
  history(
    "or denied later, from then on",
    person([
      custody("apprehended", "2024-08-02 10:00"),
      custody("located_incommunicado", "2024-08-03 10:00", { whereabouts: "denied" }),
    ]),
    [
      ["2024-08-03 09:59", K, false],
      ["2024-08-03 10:00", K, { whereaboutsUnknown: true }],
    ],
  );
  history(
    "hospital within the 48 hours",
    person([custody("apprehended", "2024-08-02 10:00"), custody("hospital_custody", "2024-08-02 20:00")]),
    [
      ["2024-08-02 19:59", K, false],
      ["2024-08-02 20:00", K, { whereabouts: "known", houseArrest: false }],
    ],
  );
  history(
    "a release ordered and not carried out",
    person([
      custody("apprehended", "2024-08-02 10:00"),
      custody("release_ordered_not_executed", "2024-08-03 08:00"),
    ]),
    [
      ["2024-08-03 07:59", K, false],
      ["2024-08-03 08:00", K, { releaseOrdered: true }],
    ],
  );
  history(
    "a first appearance is no reason, a charge is, from the end of its day",
    person([arrested, process("presented", "2024-08-03"), process("charged", "2024-08-03 15:00")]),
    [
      ["2024-08-03 14:59", K, false],
      ["2024-08-03 15:00", K, { convicted: "notConvicted" }],
    ],
  );
  history("only presented: the 48 hours run", person([arrested, process("presented", "2024-08-03 15:00")]), [
    ["2024-08-04", K, false],
    ["2024-08-05", K, { convicted: "notConvicted" }],
  ]);
  history(
    "charged before the arrest is known to have happened: never before it",
    person([arrested, process("charged", "2024-08-01", { episode: 1 })]),
    [
      ["2024-08-02 23:59", K, false],
      ["2024-08-03", K, true],
    ],
  );
});

describe("freed", () => {
  history(
    "before 48 hours: a short detention, in no stock and no release",
    person([custody("apprehended", "2024-08-02 10:00"), custody("released_full", "2024-08-03 18:00")]),
    [
      ["2024-08-03 12:00", K, false],
      ["2024-08-06", K, false],
    ],
    [
      ["2024-08-01", "2024-08-10", K, K, { shortDetentions: 1 }],
      ["2024-08-04", "2024-08-10", K, K, {}],
    ],
  );
  // 2 August to the end of 4 August is 72 hours: not proved short. Entry and exit both at the exit's instant, 4 August 00:00.
  history(
    "perhaps before 48 hours, by whole days: counted at the instant of the exit",
    person([custody("apprehended", "2024-08-02"), custody("released_full", "2024-08-04")]),
    [
      ["2024-08-03 23:59", K, false],
      ["2024-08-04", K, true],
      ["2024-08-04 00:01", K, false],
    ],
    [
      ["2024-08-01", "2024-08-10", K, K, { newDetentions: 1, releases: 1 }],
      ["2024-08-01", "2024-08-04", K, K, { newDetentions: 1, closing: 1 }],
      ["2024-08-04", "2024-08-10", K, K, { opening: 1, releases: 1 }],
    ],
  );
  const january = person([
    custody("apprehended", "2024-10-01", { known: "2024-10-05" }),
    custody("released_with_measures", "2026-01-26", { known: "2026-01-30" }),
  ]);
  history(
    "on the 26th: held at the cut-off of the 25th, free at that of the 26th",
    january,
    [
      ["2026-01-26", "2026-02-01", true],
      ["2026-01-26 00:01", "2026-02-01", false],
      ["2026-01-27", "2026-02-01", false],
      ["2026-01-27", "2026-01-29", true],
    ],
    [
      ["2026-01-25", "2026-01-26", "2026-02-01", "2026-02-01", { opening: 1, closing: 1 }],
      ["2026-01-26", "2026-01-27", "2026-02-01", "2026-02-01", { opening: 1, releases: 1 }],
    ],
  );
  history(
    "“8–19 January” contains the releases dated 8 and 19",
    person([
      custody("apprehended", "2024-10-01"),
      custody("released_full", "2026-01-19", { known: "2026-01-20" }),
    ]),
    [],
    [
      ["2026-01-08", "2026-01-20", "2026-01-21", "2026-01-21", { opening: 1, releases: 1 }],
      ["2026-01-20", "2026-01-27", "2026-01-21", "2026-01-27", {}],
    ],
  );
  history(
    "“in January”: from its first day",
    person([
      custody("apprehended", "2024-10-01"),
      custody("released_unspecified", "2026-01-01..2026-01-31", { known: "2026-02-03" }),
    ]),
    [
      ["2026-01-01", "2026-02-04", true],
      ["2026-01-01 00:01", "2026-02-04", false],
      ["2026-01-20", "2026-02-02", true],
    ],
  );
  history(
    "at a time nobody knows: when it was known",
    person([
      custody("apprehended", "2024-10-01"),
      custody("released_unspecified", "?..?", { known: "2026-02-03" }),
    ]),
    [
      ["2026-02-03", "2026-02-04", true],
      ["2026-02-03 00:01", "2026-02-04", false],
    ],
  );
  history(
    "and lifted measures later: one release",
    person([
      custody("apprehended", "2024-08-02"),
      custody("released_with_measures", "2024-08-20"),
      custody("released_full", "2024-08-25", { known: "2024-08-26" }),
    ]),
    [["2024-08-24", K, false]],
    [["2024-08-01", "2024-09-01", K, K, { newDetentions: 1, releases: 1 }]],
  );
  history(
    "with an open measure: not held",
    person([
      custody("apprehended", "2024-08-02"),
      custody("released_full", "2024-08-20"),
      measure("VE242.3", "2024-08-20"),
    ]),
    [["2024-08-22", K, false]],
  );
});

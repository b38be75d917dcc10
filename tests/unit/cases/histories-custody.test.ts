import { describe } from "vitest";
import { custody, history, person, process } from "@/tests/support/small-histories";

// Answers written by hand from the rules. Unless told, every fact is known from 20 August 2024; "K" below is later than that.
const K = "2024-09-01";

describe("in custody", () => {
  history(
    "transfer: the state of detention stays, the state held follows",
    person([
      custody("apprehended", "2024-08-02", { entity: "VE-K" }),
      custody("located_contact", "2024-08-10", { entity: "VE-D" }),
    ]),
    [
      ["2024-08-10 23:59", K, { stateOfDetention: "VE-K", stateHeld: "VE-K", whereabouts: "notRecorded" }],
      ["2024-08-11", K, { stateOfDetention: "VE-K", stateHeld: "VE-D", whereabouts: "known" }],
    ],
  );
  history(
    "house arrest is held, then release",
    person([
      custody("apprehended", "2024-08-02"),
      custody("house_arrest", "2024-08-10"),
      custody("released_full", "2024-08-20"),
    ]),
    [
      ["2024-08-11", K, { houseArrest: true, whereabouts: "known" }],
      ["2024-08-20", K, { houseArrest: true }],
      ["2024-08-21", K, false],
    ],
    [["2024-08-05", "2024-08-31", K, K, { opening: 1, releases: 1 }]],
  );
  history(
    "convicted, annulled, and the sentence served while held",
    person([
      custody("apprehended", "2024-08-02"),
      process("convicted", "2024-08-10"),
      process("sentence_served", "2024-08-14"),
      process("conviction_annulled", "2024-08-18"),
    ]),
    [
      ["2024-08-09", K, { convicted: "unknown", sentenceServed: false }],
      ["2024-08-11", K, { convicted: "convicted", sentenceServed: false }],
      ["2024-08-15", K, { convicted: "convicted", sentenceServed: true }],
      ["2024-08-19", K, { convicted: "notConvicted", sentenceServed: true }],
    ],
  );
  history(
    "acts of a process written in any order of the file: what is later is told by their dates",
    person([
      custody("apprehended", "2024-08-02 12:00"),
      process("conviction_annulled", "2024-08-18"),
      process("convicted", "2024-08-10"),
      process("charged", "2024-08-02 18:00"),
    ]),
    [
      ["2024-08-02 17:00", K, false],
      ["2024-08-02 18:00", K, { convicted: "notConvicted" }],
      ["2024-08-11", K, { convicted: "convicted" }],
      ["2024-08-19", K, { convicted: "notConvicted" }],
    ],
  );
  history(
    "amnestied and still held",
    person([custody("apprehended", "2024-08-02"), process("amnestied", "2024-08-15")]),
    [["2024-08-16", K, { amnestied: true, convicted: "notConvicted" }]],
  );
  history(
    "death is no release",
    person([
      custody("apprehended", "2024-08-02"),
      custody("died_in_custody", "2024-08-15", { known: "2024-08-28" }),
    ]),
    [
      ["2024-08-16", "2024-08-27", true],
      ["2024-08-16", K, false],
    ],
    [["2024-08-10", "2024-08-20", K, K, { opening: 1, deaths: 1 }]],
  );
  history(
    "expelled as a condition is a release; removed while in custody is not",
    person([custody("apprehended", "2024-08-02"), custody("expelled_deported", "2024-08-15")]),
    [],
    [["2024-08-10", "2024-08-20", K, K, { opening: 1, leftWithoutRelease: 1 }]],
  );
  history(
    "released on condition of leaving",
    person([custody("apprehended", "2024-08-02"), custody("released_expelled", "2024-08-15")]),
    [],
    [["2024-08-10", "2024-08-20", K, K, { opening: 1, releases: 1 }]],
  );
  history(
    "left without having been released",
    person([custody("apprehended", "2024-08-02"), custody("left_without_release", "2024-08-15")]),
    [],
    [["2024-08-10", "2024-08-20", K, K, { opening: 1, leftWithoutRelease: 1 }]],
  );
});

describe("age at detention", () => {
  const born = (birthDate: string) =>
    person([custody("apprehended", "2024-08-02")], { person: { birthDate } });
  history("on the eve of the eighteenth birthday: under 18, also after it", born("2006-08-03"), [
    ["2024-08-05", K, { ageGroup: "under18" }],
    ["2024-08-19", K, { ageGroup: "under18" }],
  ]);
  history("on the birthday: adult", born("2006-08-02"), [["2024-08-05", K, { ageGroup: "adult" }]]);
  history(
    "by the year alone only when no birthday matters",
    person([custody("apprehended", "2024-08-02")], { person: { birthYear: 2006 } }),
    [["2024-08-05", K, { ageGroup: "unknown" }]],
  );
  history(
    "on the date written as the latest, which a whole day does not leave at its midnight",
    person([custody("apprehended", "?..2024-08-02")], { person: { birthDate: "2006-08-03" } }),
    [["2024-08-05", K, { ageGroup: "under18" }]],
  );
  history(
    "on the day a moment falls in Caracas, where midnight is the day it begins",
    person([custody("apprehended", "?..2024-08-03 00:00")], { person: { birthDate: "2006-08-03" } }),
    [["2024-08-05", K, { ageGroup: "adult" }]],
  );
  history(
    "on the day it was known, when no date was written",
    person([custody("apprehended", "?..?", { known: "2024-08-02 23:59" })], {
      person: { birthDate: "2006-08-03" },
    }),
    [["2024-08-05", K, { ageGroup: "under18" }]],
  );
  history(
    "born on 29 February: adult on 1 March of a common year",
    person([custody("apprehended", "2026-02-28", { known: "2026-03-01" })], {
      person: { birthDate: "2008-02-29" },
    }),
    [["2026-03-03", "2026-04-01", { ageGroup: "under18" }]],
  );
  history(
    "by the birth year where the age as told says both",
    person([custody("apprehended", "2024-08-02")], {
      person: { birthYear: 2005, ageAtDetention: { min: 17, max: 18 } },
    }),
    [["2024-08-05", K, { ageGroup: "adult" }]],
  );
  history(
    "by the age as told",
    person([custody("apprehended", "2024-08-02")], {
      person: { birthYear: 2006, ageAtDetention: { min: 15, max: 17 } },
    }),
    [["2024-08-05", K, { ageGroup: "under18" }]],
  );
});

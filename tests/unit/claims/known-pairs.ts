/**
 * Official figures, those of others for the same period, and what at least must be told apart between the first two. Written from
 * the ledger's own notes by hand, not from the rules.
 */
export const officialAndOthers: [official: string, others: string[], differs: string[]][] = [
  [
    "anc-truth-commission-rel-2017-12-23",
    ["foro-penal-rel-2017-12-24"],
    ["stage", "scope", "population", "end"],
  ],
  ["government-rel-2018-06-02", ["foro-penal-rel-2018-06-02"], ["stage", "scope", "population"]],
  ["public-ministry-det-from-2019-04-30", ["foro-penal-det-from-2019-04-30"], ["stage", "end"]],
  [
    "presidency-rel-2020-08-31",
    ["foro-penal-rel-2020-09-07"],
    ["stage", "scope", "population", "houseArrest", "end"],
  ],
  ["public-ministry-det-2024-07-31", ["foro-penal-det-2024-07-31"], ["stage", "unit"]],
  ["presidency-det-2024-08-03", ["foro-penal-det-2024-08-04"], ["stage", "start", "end"]],
  [
    "government-det-2024-08-18",
    ["foro-penal-det-2024-08-18", "un-ffm-det-2024-08-08"],
    ["stage", "unit", "start", "end"],
  ],
  [
    "public-ministry-rel-2024-11-17",
    ["foro-penal-rel-2024-11-17", "foro-penal-rel-2024-11-20", "clippve-rel-2024-11-21"],
    ["stage", "scope", "start", "end"],
  ],
  ["public-ministry-rel-2024-12-14", ["foro-penal-rel-2024-12-14"], ["stage", "scope", "unit"]],
  [
    "public-ministry-rel-2024-12-30",
    ["foro-penal-rel-2024-12-30"],
    ["stage", "scope", "population", "unit", "start"],
  ],
  [
    "public-ministry-rel-2024-12-24",
    ["foro-penal-rel-2024-12-24"],
    ["stage", "scope", "population", "start", "end"],
  ],
  [
    "interior-ministry-det-2025-05-23",
    ["foro-penal-det-2025-05-23", "foro-penal-det-2025-05-26"],
    ["stage", "population", "start"],
  ],
  [
    "us-government-rel-2025-07-18",
    ["clippve-rel-from-2025-07-18", "foro-penal-rel-2025-08-04"],
    ["stage", "scope", "end"],
  ],
  [
    "penitentiary-ministry-rel-2025-12-25",
    [
      "foro-penal-rel-2025-12-29",
      "foro-penal-rel-2025-12-26",
      "clippve-rel-2025-12-26",
      "jep-rel-2025-12-31",
    ],
    ["stage", "scope", "population", "end"],
  ],
  [
    "penitentiary-ministry-rel-2026-01-01-dec-total",
    ["foro-penal-rel-2026-01-01"],
    ["stage", "population", "unit", "start", "end"],
  ],
  [
    "penitentiary-ministry-rel-2026-01-12",
    [
      "foro-penal-rel-2026-01-12",
      "jep-rel-2026-01-12",
      "pud-rel-2026-01-12",
      "un-ffm-rel-2026-01-12",
      "jep-rel-2026-01-16",
    ],
    ["stage", "population", "unit", "start"],
  ],
  [
    "national-assembly-rel-2026-01-13",
    ["foro-penal-rel-2026-01-13", "pud-rel-2026-01-13-1120", "clippve-rel-2026-01-13"],
    ["stage", "population", "start"],
  ],
  [
    "presidency-rel-2026-01-14",
    ["foro-penal-rel-2026-01-14-2030"],
    ["stage", "scope", "population", "unit", "start"],
  ],
  [
    "presidency-rel-2026-01-23",
    ["foro-penal-rel-2026-01-23", "ovp-rel-2026-01-23", "pud-rel-2026-01-24"],
    ["stage", "population", "start"],
  ],
  [
    "public-ministry-rel-2026-01-22",
    ["foro-penal-rel-2026-01-20"],
    ["stage", "population", "unit", "start", "end"],
  ],
  [
    "interior-ministry-rel-2026-01-26",
    ["foro-penal-rel-2026-01-26-since-dec", "foro-penal-rel-2026-01-26-0900"],
    ["stage", "population", "unit", "start"],
  ],
  [
    "interior-ministry-rel-2026-02-02",
    ["foro-penal-rel-2026-02-01", "pud-rel-2026-02-02"],
    ["stage", "population", "start", "end"],
  ],
  [
    "interior-ministry-rel-2026-02-09",
    ["foro-penal-rel-2026-02-09"],
    ["stage", "scope", "population", "start"],
  ],
  [
    "national-assembly-rel-2026-02-21",
    ["foro-penal-rel-2026-02-22-amnesty-am", "foro-penal-rel-2026-02-23-amnesty"],
    ["stage", "scope", "unit", "houseArrest", "end"],
  ],
  [
    "national-assembly-rel-2026-02-23",
    ["foro-penal-rel-2026-02-23-amnesty-list"],
    ["stage", "scope", "unit", "houseArrest"],
  ],
  ["national-assembly-rel-2026-02-26", ["foro-penal-rel-2026-02-25-amnesty"], ["stage", "scope", "end"]],
  ["national-assembly-rel-2026-03-02", ["jep-rel-2026-03-02-post-amnesty"], ["stage", "scope"]],
  ["national-assembly-restr-2026-02-21", ["foro-penal-restr-2026-02-07"], ["population", "date"]],
];

/** Subtractions that must never be printed. */
export const neverSubtracted: [string, string][] = [
  ["public-ministry-rel-2024-12-14", "foro-penal-rel-2024-12-14"],
  ["public-ministry-rel-2024-12-30", "foro-penal-rel-2024-12-30"],
  ["national-assembly-rel-2026-02-21", "national-assembly-rel-2026-02-23"],
  ["national-assembly-rel-2026-02-23", "foro-penal-rel-2026-02-23-amnesty-list"],
  ["national-assembly-rel-2026-02-26", "foro-penal-rel-2026-02-25-amnesty"],
  ["national-assembly-rel-2026-03-02", "jep-rel-2026-03-02-post-amnesty"],
  ["presidency-rel-2026-01-14", "presidency-rel-2025-12-31"],
  ["presidency-rel-2026-01-14", "foro-penal-rel-2026-01-14-2030"],
  ["presidency-rel-2026-01-16", "foro-penal-rel-2026-01-16-0700"],
  ["interior-ministry-rel-2026-01-26", "foro-penal-rel-2026-01-26-since-dec"],
  ["interior-ministry-rel-2026-01-26", "foro-penal-rel-2026-01-26-0900"],
  ["presidency-rel-2026-01-23", "foro-penal-rel-2026-01-23"],
  ["foro-penal-held-2025-12-29", "foro-penal-rel-2026-01-14-2030"],
  ["foro-penal-held-2025-12-29", "foro-penal-rel-2026-01-16-0700"],
  ["foro-penal-held-2026-01-08", "foro-penal-rel-2026-01-19-1930"],
  ["foro-penal-held-2026-01-19-2145", "clippve-held-2026-01-15"],
];

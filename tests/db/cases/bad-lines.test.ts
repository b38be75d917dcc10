import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/auth/actor";
import { confirmRegistry, inspectRegistry, stageRegistry } from "@/lib/cases/exchange/commands";
import { desk } from "@/lib/db/desk";
import { tally } from "@/lib/tallies/queries";
import { asOwner } from "@/tests/support/owner";
import { inventedTeam } from "@/tests/support/team";
import { openRegistryFile, problemText } from "../../../scripts/cli/registry-file";

const directory = mkdtempSync(join(tmpdir(), "vigilia-bad-lines-"));
const clock = () => new Date("2026-11-20T12:00:00Z");
let ana: StaffActor;
let carmen: StaffActor;

beforeAll(async () => {
  const member = await inventedTeam();
  ana = member("ana", "coordinator");
  carmen = member("carmen", "coordinator");
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const header = {
  type: "registry",
  version: 1,
  source: "org",
  exportedAt: "2026-02-01T00:00:00Z",
  history: "keep",
};
const person = { givenNames: "Persona", surnames: "Inventada" };
const known = { knownFrom: "2026-01-03T00:00:00Z" };
const on = (earliest: string | null, latest = earliest) => ({ effective: { earliest, latest } });
const taken = { track: "custody", state: "apprehended", episode: 1, ...on("2026-01-02"), ...known };
const permitted = { purpose: "count", granted: true, ...known };
const verified = { track: "vetting", state: "verified_political", ...known };

let made = 0;
const line = (more: object = {}) =>
  JSON.stringify({
    type: "case",
    key: `k-${made++}`,
    person,
    permissions: [permitted],
    facts: [taken, verified],
    ...more,
  });
const facts = (...list: object[]) => line({ facts: list });
const custody = (more: object) => ({ ...taken, ...more });
const inside = (written: string) => line({ person: { ...person, aliases: ["@@"] } }).replace('"@@"', written);
const [quote, deep] = ['"', 40_000];

/** What a file may hold in place of a case, and why it is refused. */
const bad: [string, string | Buffer, RegExp][] = [
  ["a broken object", '{"type":"case",', /not a JSON object/],
  ["null", "null", /not a JSON object/],
  ["a list", "[1,2]", /not a JSON object/],
  ["one key twice", line().replace('"type"', '"key":"k-x","type"'), /same key stands twice/],
  [
    "one key twice, deep inside",
    line().replace('"episode":1', '"episode":2,"episode":1'),
    /same key stands twice/,
  ],
  ["an unknown key", line({ surprise: 1 }), /surprise/],
  ["an unknown key of a fact", facts(custody({ place: "x" })), /place/],
  ["no name", line({ person: { givenNames: "Sin" } }), /person\.surnames/],
  ["an empty name", line({ person: { givenNames: " ", surnames: "X" } }), /person\.givenNames/],
  ["no key", line({ key: undefined }), /: key:/],
  ["an over-long key", line({ key: "k".repeat(201) }), /: key:/],
  ["a key that came before", line({ key: "good-1" }), /same key as line 2/],
  ["a date in words", facts(custody(on("enero"))), /not an ISO date/],
  ["an impossible date", facts(custody(on("2024-02-30"))), /not an ISO date/],
  ["an impossible birth date", line({ person: { ...person, birthDate: "1999-02-29" } }), /person\.birthDate/],
  ["a birth in the year 0", line({ person: { ...person, birthDate: "0000-01-01" } }), /a year before 1880/],
  ["the year 9999", facts(custody(on("9999-01-01"))), /a year before 1880 or after/],
  ["a date-time without offset", facts(custody(on("2026-01-02T10:00:00"))), /not an ISO date/],
  ["a known time without offset", facts(custody({ knownFrom: "2026-01-02T10:00:00" })), /with its offset/],
  ["no known time though the past is kept", facts(custody({ knownFrom: null })), /knownFrom is missing/],
  ["bounds reversed", facts(custody(on("2026-01-03", "2026-01-02"))), /earliest comes after latest/],
  [
    "the bounds of an end reversed",
    facts({
      track: "measure",
      state: "VE242.3",
      ...known,
      end: { earliest: "2026-01-03", latest: "2026-01-02" },
    }),
    /earliest comes after latest/,
  ],
  ["a known range reversed", facts(custody({ knownTo: "2026-01-01T00:00:00Z" })), /knownTo comes before/],
  ["known in the future", facts(custody({ knownFrom: "2027-01-01T00:00:00Z" })), /known in the future/],
  ["superseded in the future", facts(custody({ knownTo: "2027-01-01T00:00:00Z" })), /known in the future/],
  ["an unknown track", facts({ ...taken, track: "prison" }), /facts\[0\]\.track/],
  ["an unknown state", facts(custody({ state: "free" })), /facts\[0\]\.state/],
  ["a state of another track", facts(custody({ state: "charged" })), /facts\[0\]\.state/],
  ["an unknown measure", facts({ track: "measure", state: "VE243", ...known }), /not a code of the measures/],
  ["custody without episode", facts(custody({ episode: undefined })), /facts\[0\]\.episode/],
  ["episode 0", facts(custody({ episode: 0 })), /facts\[0\]\.episode/],
  ["a number written as text", facts(custody({ episode: "1" })), /facts\[0\]\.episode/],
  ["unknown whereabouts", facts(custody({ whereabouts: "somewhere" })), /facts\[0\]\.whereabouts/],
  ["an unknown entity", facts(custody({ entity: "VE-Q" })), /not an entity/],
  [
    "an unknown purpose",
    line({ permissions: [{ ...permitted, purpose: "fame" }] }),
    /permissions\[0\]\.purpose/,
  ],
  ["a permission without answer", line({ permissions: [{ ...permitted, granted: "yes" }] }), /granted/],
  ["ages reversed", line({ person: { ...person, ageAtDetention: { min: 30, max: 20 } } }), /ageAtDetention/],
  ["a birth year in words", line({ person: { ...person, birthYear: "1990" } }), /birthYear/],
  [
    "a passport without country",
    line({ person: { ...person, idDocument: { kind: "passport", number: "X1234567" } } }),
    /needs its country/,
  ],
  [
    "held after an exit",
    facts(taken, custody({ state: "released_full" }), custody({ state: "located_contact" })),
    /held after an exit in the same episode: facts\[1\]/,
  ],
  [
    "anything after a death",
    facts(taken, custody({ state: "died_in_custody" }), custody({ episode: 2 })),
    /nothing follows a death/,
  ],
  ["a new episode while one is open", facts(taken, custody({ episode: 2 })), /while the one before is open/],
  [
    "facts out of order",
    facts(taken, custody({ state: "released_full", ...on("2026-01-01") })),
    /ends before the earliest of a fact ordered before it: facts\[0\]/,
  ],
  ["too many facts", facts(...Array.from({ length: 501 }, () => verified)), /: facts:/],
  ["a NUL in a name", inside(`${quote}\\u0000${quote}`), /nobody can see or keep/],
  ["half a surrogate pair", inside(`${quote}\\ud800${quote}`), /nobody can see or keep/],
  ["writing that turns around", inside(`${quote}\\u202Egnp.exe${quote}`), /nobody can see or keep/],
  [
    "nested too deep",
    line({ extra: "@@" }).replace('"@@"', "[".repeat(deep) + "]".repeat(deep)),
    /nested too deep/,
  ],
  ["an enormous line", line({ key: "k".repeat(1_000_001) }), /longer than a million/],
  ["bytes that are not UTF-8", Buffer.from(line().replace("Inventada", "Muñoz"), "latin1"), /not UTF-8/],
  ["a second header", JSON.stringify(header), /a second header/],
  ["a line of another kind", JSON.stringify({ type: "claim", key: "x" }), /: type:/],
];

function fileWith(...lines: (string | Buffer)[]): string {
  const path = join(directory, `${made++}.jsonl`);
  writeFileSync(path, Buffer.concat(lines.flatMap((one) => [Buffer.from(one), Buffer.from("\n")])));
  return path;
}

const [first, last] = [line({ key: "good-1" }), line({ key: "good-2" })];
const whole = () =>
  openRegistryFile(fileWith(JSON.stringify(header), first, ...bad.map(([, text]) => text), last));
const rows = () =>
  asOwner(`SELECT (SELECT count(*) FROM registry.import_batches) AS batches, (SELECT count(*) FROM registry.import_lines) AS lines,
    (SELECT count(*) FROM registry.cases) AS cases`);

describe("a bad line", () => {
  let found: Map<number, string>;
  beforeAll(async () => {
    const { problems } = await inspectRegistry(ana, await whole(), clock);
    found = new Map();
    for (const problem of problems)
      found.set(problem.line, `${found.get(problem.line) ?? ""}${problemText(problem)}; `);
  });

  it.each(bad.map(([what, , why], index) => [what, why, index + 3] as const))(
    "%s is refused with its number and reason",
    (_, why, number) => {
      expect(found.get(number)).toMatch(why);
      expect(found.get(number)).toMatch(new RegExp(`^line ${number}: \\S`));
    },
  );

  it("and nothing else is", () => {
    expect([...found.keys()]).toEqual(bad.map((_, index) => index + 3));
  });
});

it("one bad line refuses the file; left out, the rest comes in; looking leaves a line in the trail and nothing else", async () => {
  const before = await rows();
  const acts = await desk().auditEvent.count();
  await inspectRegistry(ana, await whole(), clock);
  expect(await desk().auditEvent.count()).toBe(acts + 1);
  await expect(stageRegistry(ana, await whole(), { skipBad: false }, clock)).rejects.toMatchObject({
    code: "file_invalid",
  });
  expect(await rows()).toEqual(before);
  const { batchId, inspection } = await stageRegistry(ana, await whole(), { skipBad: true }, clock);
  expect(inspection).toMatchObject({ cases: 2, already: 0 });
  expect((await tally(desk(), clock(), clock())).held.total).toBe(0);
  expect(await confirmRegistry(carmen, batchId, clock)).toEqual({ cases: 2, already: 0 });
  expect((await tally(desk(), clock(), clock())).held.total).toBe(2);
});

it.each([
  ["an empty file", [], /the file is empty/],
  ["a case in the first line", [first], /first line must be the header/],
  ["a header of another version", [JSON.stringify({ ...header, version: 2 }), first], /only version 1/],
  ["a header without its source", [JSON.stringify({ ...header, source: undefined }), first], /source/],
  ["a header with more than it may say", [JSON.stringify({ ...header, note: 1 }), first], /note/],
  ["a header of UTF-16", [Buffer.from(`\uFEFF${JSON.stringify(header)}`, "utf16le")], /not UTF-8/],
])("%s is refused whole", async (_, lines, why) => {
  const file = await openRegistryFile(fileWith(...lines));
  const said = await inspectRegistry(ana, file, clock).then(
    () => "",
    (error: { problems: Parameters<typeof problemText>[0][] }) => error.problems.map(problemText).join("; "),
  );
  expect(said).toMatch(why);
  expect(said).toMatch(/^line 1: /);
});

it("what is unusual and sound comes in: a byte order mark, CRLF, blank lines, U+2028 in a name, codes of no vocabulary, colons and quotes", async () => {
  const odd = facts(
    custody({ facility: "Sótano 2", forces: ["PNB", "NULL", 'a"b\\c,{d}'], whereabouts: null, end: null }),
    custody({ state: "released_full", ...on("2026-01-04"), whereabouts: "known" }),
    { ...verified, end: { earliest: null, latest: "2026-01-05" } },
  );
  const named = line({
    person: { givenNames: "A\u2028B", surnames: 'O"Brien', aliases: ["a", ":b\\", '":"'] },
  });
  const path = fileWith(
    `\uFEFF${JSON.stringify({ ...header, source: "odd" })}\r`,
    "",
    `${odd}\r`,
    `${named}\r`,
    "  ",
  );
  const { batchId, inspection } = await stageRegistry(
    ana,
    await openRegistryFile(path),
    { skipBad: false },
    clock,
  );
  expect(inspection.problems).toEqual([]);
  expect(inspection.warnings.map(problemText)).toEqual([
    "line 3: facts[1].whereabouts: says nothing: whereabouts are of somebody held",
    "line 3: facts[2].end: says nothing: only a measure has an end",
  ]);
  expect(await confirmRegistry(carmen, batchId, clock)).toEqual({ cases: 2, already: 0 });
  const [kept] = await asOwner<{ uncoded: string[] }>(
    "SELECT uncoded FROM registry.facts WHERE facility = 'Sótano 2'",
  );
  expect(kept?.uncoded).toEqual(["Sótano 2", "NULL", 'a"b\\c,{d}']);
});

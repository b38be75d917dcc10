import { isReversed, type OrderProblem, orderProblems } from "@/lib/cases/facts/rules";
import { isHeldState } from "@/lib/cases/facts/schema";
import { factsToStore } from "../rules";
import { type CaseLine, caseLine, type Header, headerLine } from "../schema";
import { parseLine } from "./json/rules";

/** Something wrong with a line: where in it, and why. Never quotes a name; `why` is a code of the closed list or a schema's own sentence. */
export interface LineProblem {
  line: number;
  where: string;
  why: string;
}

/** Expected and kept, but worth a look: a release that ends house arrest as a measure; codes that are in no vocabulary. */
export interface LineWarning extends LineProblem {}

export type ReadLine<Content> =
  | { content: Content; problems: [] }
  | { content: null; problems: LineProblem[] };

const refused = <Content>(problems: LineProblem[]): ReadLine<Content> => ({ content: null, problems });

function readJson(text: string, line: number): ReadLine<Record<string, unknown>> {
  const { value, problem } = parseLine(text);
  return value ? { content: value, problems: [] } : refused([{ line, where: "line", why: problem }]);
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

function placesOf(issues: readonly Issue[], line: number): LineProblem[] {
  return issues.map(({ path, message }) => ({ line, where: pathText(path), why: message }));
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return text.replace(/^\./, "") || "line";
}

/** The header, which must be the first line. */
export function readHeader(text: string): ReadLine<Header> {
  const json = readJson(text, 1);
  if (json.content === null) return refused(json.problems);
  const { type, version } = json.content;
  if (type !== "registry") return refused([{ line: 1, where: "type", why: "header_missing" }]);
  if (version !== 1) return refused([{ line: 1, where: "version", why: "version_unsupported" }]);
  const header = headerLine.safeParse(json.content);
  return header.success ? { content: header.data, problems: [] } : refused(placesOf(header.error.issues, 1));
}

/**
 * One case, or everything that is wrong with it: shape, bounds, known ranges, and facts that contradict each other, with both named.
 * A line without a problem can be stored as it is.
 */
export function readCase(
  text: string,
  line: number,
  history: Header["history"],
  now: Date,
): ReadLine<CaseLine> {
  const json = readJson(text, line);
  if (json.content === null) return refused(json.problems);
  if (json.content.type === "registry") return refused([{ line, where: "type", why: "second_header" }]);
  const read = caseLine.safeParse(json.content);
  if (!read.success) return refused(placesOf(read.error.issues, line));
  const unreal = yearProblems(read.data);
  const problems = (
    unreal.length > 0
      ? unreal
      : [...knownProblems(read.data, history, now), ...factProblems(read.data, history, now)]
  ).map((problem) => ({ line, ...problem }));
  return problems.length > 0 ? refused(problems) : { content: read.data, problems: [] };
}

type Problem = Omit<LineProblem, "line">;

const realYear = (written: string | null | undefined) => !written || (written >= "1880" && written < "2200");

/** Years that a typing error makes and no database column holds. */
function yearProblems({ person, permissions, facts }: CaseLine): Problem[] {
  const dates: [string, string | null | undefined][] = [["person.birthDate", person.birthDate]];
  for (const [index, { knownFrom, knownTo }] of permissions.entries())
    dates.push([`permissions[${index}].knownFrom`, knownFrom], [`permissions[${index}].knownTo`, knownTo]);
  for (const [index, { knownFrom, knownTo, effective, end }] of facts.entries()) {
    const where = `facts[${index}]`;
    dates.push([`${where}.knownFrom`, knownFrom], [`${where}.knownTo`, knownTo]);
    dates.push(
      [`${where}.effective.earliest`, effective.earliest],
      [`${where}.effective.latest`, effective.latest],
    );
    dates.push([`${where}.end.earliest`, end?.earliest], [`${where}.end.latest`, end?.latest]);
  }
  return dates.flatMap(([where, written]) =>
    realYear(written) ? [] : [{ where, why: "year_out_of_range" }],
  );
}

/** Known ranges: present where the past is kept, in order, and never in the future. */
function knownProblems({ facts, permissions }: CaseLine, history: Header["history"], now: Date): Problem[] {
  const places = [
    ...facts.map((row, index) => ({ row, where: `facts[${index}]` })),
    ...permissions.map((row, index) => ({ row, where: `permissions[${index}]` })),
  ];
  return places.flatMap(({ row, where }): Problem[] => {
    const from = row.knownFrom === null ? null : new Date(row.knownFrom);
    const to = row.knownTo === null ? null : new Date(row.knownTo);
    if (from === null)
      return history === "keep" ? [{ where: `${where}.knownFrom`, why: "known_from_missing" }] : [];
    if (to && to < from) return [{ where: `${where}.knownTo`, why: "known_to_before_from" }];
    if (from > now) return [{ where: `${where}.knownFrom`, why: "known_in_the_future" }];
    if (to && to > now) return [{ where: `${where}.knownTo`, why: "known_in_the_future" }];
    return [];
  });
}

function factProblems(line: CaseLine, history: Header["history"], now: Date): Problem[] {
  const stored = factsToStore(line, history, now);
  const label = (fact: (typeof stored)[number]) => {
    const { earliest, latest } = fact.effective;
    return `facts[${fact.index}] (${fact.state}, ${earliest ?? "…"}–${latest ?? "…"})`;
  };
  const reversed = stored.flatMap((fact): Problem[] =>
    isReversed(fact) || isReversed(fact.endBounds) ? [{ where: label(fact), why: "bounds_reversed" }] : [],
  );
  const custody = stored
    .filter((fact) => fact.track === "custody")
    .map((fact) => ({
      label: label(fact),
      state: fact.state,
      episode: fact.episode ?? 0,
      earliest: fact.earliest,
      latest: fact.latest,
      latestByDay: fact.latestByDay,
      knownFrom: fact.knownFromAt,
      knownTo: fact.knownToAt,
    }));
  return [...reversed, ...orderProblems(custody).map(named)];
}

const named = ({ code, fact, other }: OrderProblem): Problem => ({ where: fact, why: `${code}: ${other}` });

/** What of a sound line deserves a look: house arrest that a release ended, and what was written where it says nothing. */
export function warningsOf(
  content: CaseLine,
  line: number,
  history: Header["history"],
  now: Date,
): LineWarning[] {
  const idle = content.facts.flatMap(({ track, state, whereabouts, end }, index): LineWarning[] => [
    ...(whereabouts !== null && !(track === "custody" && isHeldState(state))
      ? [{ line, where: `facts[${index}].whereabouts`, why: "whereabouts_of_nobody_held" }]
      : []),
    ...(end !== null && track !== "measure"
      ? [{ line, where: `facts[${index}].end`, why: "end_of_no_measure" }]
      : []),
  ]);
  if (!content.facts.some((fact) => fact.state === "VE242.1")) return idle;
  const ended = factsToStore(content, history, now).filter((fact) => fact.endedByRelease);
  return [
    ...idle,
    ...[...new Set(ended.map((fact) => fact.index))].map((index) => ({
      line,
      where: `facts[${index}]`,
      why: "house_arrest_ended_by_release",
    })),
  ];
}

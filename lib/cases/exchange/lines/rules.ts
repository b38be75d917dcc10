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
  const problems: Problem[] = [];
  const look = (written: string | null | undefined, list: string, index: number, where: string) => {
    if (!realYear(written))
      problems.push({ where: `${list}${index < 0 ? "" : `[${index}]`}.${where}`, why: "year_out_of_range" });
  };
  look(person.birthDate, "person", -1, "birthDate");
  for (const [index, { knownFrom, knownTo }] of permissions.entries()) {
    look(knownFrom, "permissions", index, "knownFrom");
    look(knownTo, "permissions", index, "knownTo");
  }
  for (const [index, { knownFrom, knownTo, effective, end }] of facts.entries()) {
    look(knownFrom, "facts", index, "knownFrom");
    look(knownTo, "facts", index, "knownTo");
    look(effective.earliest, "facts", index, "effective.earliest");
    look(effective.latest, "facts", index, "effective.latest");
    look(end?.earliest, "facts", index, "end.earliest");
    look(end?.latest, "facts", index, "end.latest");
  }
  return problems;
}

/** Known ranges: present where the past is kept, in order, and never in the future. */
function knownProblems({ facts, permissions }: CaseLine, history: Header["history"], now: Date): Problem[] {
  const within = (list: string) => (row: Known, index: number) => {
    const problem = knownProblem(row, history, now);
    return problem ? [{ ...problem, where: `${list}[${index}].${problem.where}` }] : [];
  };
  return [...facts.flatMap(within("facts")), ...permissions.flatMap(within("permissions"))];
}

type Known = Pick<CaseLine["facts"][number], "knownFrom" | "knownTo">;

function knownProblem({ knownFrom, knownTo }: Known, history: Header["history"], now: Date): Problem | null {
  if (knownFrom === null)
    return history === "keep" ? { where: "knownFrom", why: "known_from_missing" } : null;
  const from = Date.parse(knownFrom);
  const to = knownTo === null ? null : Date.parse(knownTo);
  if (to !== null && to < from) return { where: "knownTo", why: "known_to_before_from" };
  if (from > now.getTime()) return { where: "knownFrom", why: "known_in_the_future" };
  if (to !== null && to > now.getTime()) return { where: "knownTo", why: "known_in_the_future" };
  return null;
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

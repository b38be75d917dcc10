import { isReversed, type OrderProblem, orderProblems } from "@/lib/cases/facts/rules";
import { factsToStore } from "../rules";
import { type CaseLine, caseLine, type Header, headerLine } from "../schema";

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

function readJson(text: string, line: number): ReadLine<unknown> {
  if (text.includes("\uFFFD")) return refused([{ line, where: "line", why: "not_utf8" }]);
  try {
    const content: unknown = JSON.parse(text);
    if (content !== null) return { content, problems: [] };
  } catch {
    // Said below, like a line that is null: neither is an object.
  }
  return refused([{ line, where: "line", why: "not_json" }]);
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
  const read = caseLine.safeParse(json.content);
  if (!read.success) return refused(placesOf(read.error.issues, line));
  const problems = [...knownProblems(read.data, history, now), ...factProblems(read.data, history, now)].map(
    (problem) => ({ line, ...problem }),
  );
  return problems.length > 0 ? refused(problems) : { content: read.data, problems: [] };
}

type Problem = Omit<LineProblem, "line">;

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

/** What of a sound line deserves a look. */
export function warningsOf(
  content: CaseLine,
  line: number,
  history: Header["history"],
  now: Date,
): LineWarning[] {
  if (!content.facts.some((fact) => fact.state === "VE242.1")) return [];
  const ended = factsToStore(content, history, now).filter((fact) => fact.endedByRelease);
  return [...new Set(ended.map((fact) => fact.index))].map((index) => ({
    line,
    where: `facts[${index}]`,
    why: "house_arrest_ended_by_release",
  }));
}

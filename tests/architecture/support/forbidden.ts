/** What may not be written where, each with the reason a developer needs to see. */
type Forbidden = { name: string; where: RegExp; not?: RegExp; pattern: RegExp };

const SCRIPTLESS = /^app\/\[locale\]\/|^components\/(ui|shell|case|tally|claim|chart|family)\//;

const FORBIDDEN: Forbidden[] = [
  {
    name: "notFound() answers an empty body where no script runs",
    where: SCRIPTLESS,
    pattern: /\bnotFound\(/,
  },
  {
    name: "Suspense streams, and nothing puts the pieces together",
    where: SCRIPTLESS,
    pattern: /\bSuspense\b/,
  },
  { name: "next/link needs script", where: SCRIPTLESS, pattern: /from "next\/(link|image|script|dynamic)"/ },
  {
    name: "no client components where no script runs",
    where: SCRIPTLESS,
    pattern: /^\s*["']use client["']/m,
  },
  {
    name: "no inline styles: the policy blocks them (a picture is no page)",
    where: /^(app|components)\/(?!tally\/card\/picture\.tsx)/,
    pattern: /\bstyle=\{/,
  },
  { name: "no HTML from strings", where: /^(app|components|lib)\//, pattern: /dangerouslySetInnerHTML/ },
  {
    name: "no SQL from strings",
    where: /^(app|components|lib|proxy)/,
    // These three put column names, or bits, of a closed list of our own into a query; no value ever.
    not: /^lib\/(tallies|cases\/counting|vetting\/lists\/quality)\/queries\.ts$/,
    pattern: /\$(queryRawUnsafe|executeRawUnsafe)\b|Prisma\.raw\(/,
  },
  {
    name: "no wall clock in rules",
    where: /^lib\/.*\/(rules|schema)\.ts$/,
    not: /^lib\/core\//,
    pattern: /new Date\(\)|Date\.now\(\)/,
  },
  {
    name: "nothing printed by the product",
    where: /^(app|components|lib|proxy|instrumentation)/,
    pattern: /\bconsole\.\w+\(/,
  },
  {
    name: "no address or browser of anybody",
    where: /^(app|lib|proxy)/,
    pattern: /["'](x-forwarded-for|x-real-ip|user-agent)["']/i,
  },
  {
    name: "no escape from types",
    not: /support\/forbidden\.ts$/,
    where: /^(app|components|lib|scripts|tests|proxy)/,
    pattern: /@ts-(ignore|nocheck|expect-error)/,
  },
  {
    name: "nothing left for later",
    where: /^(app|components|lib|scripts|tests|proxy)/,
    not: /support\/forbidden\.ts$/,
    pattern: /\b(TODO|FIXME|XXX)\b/,
  },
];

/** Why this text may not stand in this file: one reason per rule that it breaks. */
export function forbiddenIn(path: string, text: string): string[] {
  const code = path.endsWith(".md") ? text : withoutComments(text);
  return FORBIDDEN.filter(({ where, not }) => where.test(path) && !not?.test(path))
    .filter(({ pattern, name }) =>
      pattern.test(name.startsWith("nothing left") || name.startsWith("no escape") ? text : code),
    )
    .map(({ name }) => `${path}: ${name}`);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
}

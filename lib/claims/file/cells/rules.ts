import { createHash } from "node:crypto";
import * as allowed from "../../schema";
import { type Claim, type PartName, partNames, precisions } from "../../schema";
import { type CellError, type Column, columns, type LineError, type ReadClaim, type Row } from "../schema";
import { flagsOf, wrongParts } from "../together/rules";

const closed: [Column, readonly string[]][] = [
  ["claimant_kind", allowed.claimantKinds],
  ["measure", allowed.measures],
  ["qualifier", allowed.qualifiers],
  ["population", allowed.populations],
  ["kind", allowed.kinds],
  ["stage", allowed.stages],
  ["names_published", allowed.namesPublished],
  ["unit", allowed.units],
  ["house_arrest_counted", allowed.houseArrests],
];
const closedWhenThere: [Column, readonly string[]][] = [
  ["release_scope", allowed.releaseScopes],
  ["start_precision", precisions],
  ["end_precision", precisions],
];
const dates: Column[] = ["stated_on", "period_start", "period_end", "source_published_on"];
const longest: Partial<Record<Column, number>> = { note: 1000, source_url: 1000, source_title: 400 };

/** One row as a claim, or everything that is wrong with it. */
export function checkRow(
  row: Row,
  line: number,
  today: string,
): { claim: ReadClaim } | { errors: LineError[] } {
  const errors: LineError[] = [];
  const wrong = (column: Column, code: CellError, values: LineError["values"] = {}) =>
    errors.push({ line, column, code, values });

  for (const column of columns) {
    const cell = row[column];
    if (/^[=+\-@\t\r]/.test(cell)) wrong(column, "formula");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(cell)) {
      wrong(column, "control_character");
    }
    if (cell.length > (longest[column] ?? 300)) wrong(column, "too_long", { most: longest[column] ?? 300 });
  }
  for (const column of ["claim_id", "claimant"] as const) {
    if (!row[column]) wrong(column, "required");
    else if (!allowed.claimId.safeParse(row[column]).success) wrong(column, "id_form");
  }
  for (const [column, values] of closed) {
    if (!row[column]) wrong(column, "required");
    else if (!values.includes(row[column])) wrong(column, "not_allowed", { cell: brief(row[column]) });
  }
  for (const [column, values] of closedWhenThere) {
    if (row[column] && !values.includes(row[column]))
      wrong(column, "not_allowed", { cell: brief(row[column]) });
  }
  for (const column of dates) {
    if (row[column] && !isDate(row[column])) wrong(column, "not_a_date", { cell: brief(row[column]) });
    else if (row[column] > today) wrong(column, "in_future");
  }
  for (const column of ["stated_at_local", "as_of"] as const) {
    if (row[column] && !isMoment(row[column])) wrong(column, "not_a_moment", { cell: brief(row[column]) });
    else if (row[column].slice(0, 10) > today) wrong(column, "in_future");
  }
  for (const column of ["value", ...partNames] as const) {
    if (row[column] && !/^\d{1,7}$/.test(row[column]))
      wrong(column, "not_a_number", { cell: brief(row[column]) });
  }
  if (!row.value && row.qualifier !== "vague") wrong("value", "value_missing");
  for (const column of ["source_title", "source_outlet", "source_url"] as const) {
    if (!row[column]) wrong(column, "required");
  }
  if (row.source_url && !/^(https?:\/\/[^\s<>"]+|[\w.-]+\.txt)$/.test(row.source_url))
    wrong("source_url", "url_form");
  if (row.quote.split(/\s+/).length > 15) wrong("quote", "quote_too_long", { most: 15 });
  if (row.period_start && row.period_end && row.period_start > row.period_end)
    wrong("period_end", "period_reversed");
  checkPrecisions(row, wrong);
  if (row.measure === "released_in_period" && !row.release_scope) wrong("release_scope", "scope_missing");
  if (row.measure !== "released_in_period" && row.release_scope) wrong("release_scope", "scope_not_release");
  const relations = row.relates_to ? row.relates_to.split(";").map((part) => part.trim()) : [];
  for (const part of relations) {
    if (!/^(supersedes|quotes|rounds|contradicts):[a-z0-9]+(-[a-z0-9]+)*$/.test(part))
      wrong("relates_to", "relation_form", { cell: brief(part) });
  }
  const conflicts = row.conflict ? row.conflict.split(";").map((part) => part.trim()) : [];
  for (const part of conflicts) {
    if (!(allowed.conflictKinds as readonly string[]).includes(part))
      wrong("conflict", "not_allowed", { cell: brief(part) });
  }
  if (errors.length > 0) return { errors };

  const claim = claimOf(row, relations, conflicts);
  for (const column of wrongParts(claim)) wrong(column, "part_exceeds_value");
  if (errors.length > 0) return { errors };
  const fingerprint = createHash("sha256")
    .update(JSON.stringify(columns.map((name) => row[name])))
    .digest();
  return { claim: { line, claim: { ...claim, flags: flagsOf(claim) }, fingerprint } };
}

function checkPrecisions(row: Row, wrong: (column: Column, code: CellError) => void): void {
  const sides = [
    ["period_start", "start_precision", false],
    ["period_end", "end_precision", Boolean(row.as_of)],
  ] as const;
  for (const [bound, precision, otherDate] of sides) {
    const known = row[precision] !== "" && row[precision] !== "unknown";
    if (row[bound] && !known) wrong(precision, "bound_without_precision");
    if (!row[bound] && known && !otherDate) wrong(bound, "precision_without_bound");
  }
}

const brief = (cell: string): string => (cell.length > 30 ? `${cell.slice(0, 30)}…` : cell);
const isDate = (cell: string): boolean => allowed.claim.shape.statedOn.unwrap().safeParse(cell).success;
const isMoment = (cell: string): boolean =>
  allowed.claim.shape.asOf.unwrap().safeParse(cell).success && isDate(cell.slice(0, 10));

function claimOf(row: Row, relations: string[], conflicts: string[]): Claim {
  const parts: Partial<Record<PartName, number>> = {};
  for (const name of partNames) if (row[name]) parts[name] = Number(row[name]);
  return allowed.claim.parse({
    id: row.claim_id,
    statedOn: row.stated_on || null,
    statedAtLocal: row.stated_at_local || null,
    asOf: row.as_of || null,
    claimant: row.claimant,
    claimantKind: row.claimant_kind,
    measure: row.measure,
    periodStart: row.period_start || null,
    periodEnd: row.period_end || null,
    value: row.value ? Number(row.value) : null,
    qualifier: row.qualifier,
    population: row.population,
    parts,
    source: {
      title: row.source_title,
      outlet: row.source_outlet,
      url: row.source_url,
      publishedOn: row.source_published_on || null,
    },
    quote: row.quote,
    note: row.note,
    kind: row.kind,
    stage: row.stage,
    releaseScope: row.release_scope || null,
    startPrecision: row.start_precision || null,
    endPrecision: row.end_precision || null,
    namesPublished: row.names_published,
    unit: row.unit,
    houseArrestCounted: row.house_arrest_counted,
    relations: relations.map((part) => {
      const [relation, target] = part.split(":");
      return { relation, target };
    }),
    conflicts,
    flags: [],
  });
}

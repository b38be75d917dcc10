import { stringify } from "csv-stringify/sync";
import { differences, gapBetween, mayCompute } from "@/lib/claims/compare/rules";
import type { Difference, Interval } from "@/lib/claims/compare/schema";
import { columns } from "@/lib/claims/file/schema";
import { inOrder, pairId } from "@/lib/claims/pairs/rules";
import { partNames } from "@/lib/claims/schema";
import {
  type DifferenceParts,
  differenceParts,
  differenceSentence,
  gapSentence,
  truths,
} from "@/lib/claims/sentences/rules";
import type { Words } from "@/lib/claims/sentences/words/rules";
import { figure } from "@/lib/claims/sentences/words/rules";
import { type ClaimFilters, claimFilters, claimId, type PublishedClaim } from "./schema";

export { inOrder, pairId } from "@/lib/claims/pairs/rules";
export { claimantShort, claimantWords, dayWords, figure, when } from "@/lib/claims/sentences/words/rules";

/** Two figures compared: why they do not measure the same, the gap or that there is none, and what is true all the same. */
export interface Comparison {
  /** Both ids, `first--second`; the gap is the first less the second. */
  pair: string;
  computable: boolean;
  gap: Interval | null;
  differences: Difference[];
}

/** What the API answers of a pair, without words. */
export function compare(one: PublishedClaim, other: PublishedClaim): Comparison {
  const [a, b] = inOrder(one, other);
  const gap = gapBetween(a, b);
  return {
    pair: pairId(a, b),
    computable: mayCompute(a, b),
    gap: gap.computable ? gap.gap : null,
    differences: differences(a, b),
  };
}

/** What a page or the API says of a pair in one language. */
export function comparisonWords(
  words: Words,
  one: PublishedClaim,
  other: PublishedClaim,
  around: ReadonlyMap<string, PublishedClaim>,
): DifferenceParts & { sentence: string; gap: string; truths: string[] } {
  const [a, b] = inOrder(one, other);
  const replaced = around.get(b.replacedBy ?? "") ?? null;
  return {
    ...differenceParts(words, a, b),
    sentence: differenceSentence(words, a, b),
    gap: gapSentence(words, a, b),
    truths: truths(words, a, b, replaced),
  };
}

/** Figures in the columns of the ledger's own file, so that what is downloaded can be read in again. */
export function claimsCsv(claims: readonly PublishedClaim[]): string {
  return stringify(claims.map(csvRow), { header: true, columns: [...columns], record_delimiter: "windows" });
}

function csvRow(claim: PublishedClaim): Record<string, string | number | null> {
  return {
    ...Object.fromEntries(partNames.map((name) => [name, claim.parts[name] ?? null])),
    claim_id: claim.id,
    stated_on: claim.statedOn,
    stated_at_local: claim.statedAtLocal,
    as_of: claim.asOf,
    claimant: claim.claimant,
    claimant_kind: claim.claimantKind,
    measure: claim.measure,
    period_start: claim.periodStart,
    period_end: claim.periodEnd,
    value: claim.value,
    qualifier: claim.qualifier,
    population: claim.population,
    source_title: claim.source.title,
    source_outlet: claim.source.outlet,
    source_url: claim.source.url,
    source_published_on: claim.source.publishedOn,
    quote: claim.quote,
    note: claim.note,
    kind: claim.kind,
    stage: claim.stage,
    release_scope: claim.releaseScope,
    start_precision: claim.startPrecision,
    end_precision: claim.endPrecision,
    names_published: claim.namesPublished,
    unit: claim.unit,
    house_arrest_counted: claim.houseArrestCounted,
    relates_to: claim.relations.map(({ relation, target }) => `${relation}:${target}`).join(";"),
    conflict: claim.conflicts.join(";"),
  };
}

type Asked = Record<string, string | string[] | undefined>;
const filterNames = ["claimant", "kind", "measure", "from", "to"] as const;

/** What an address asks of the list: each filter that makes sense, and the names of those that do not. */
export function claimsAskedFor(query: Asked): {
  filters: ClaimFilters;
  cursor: string | undefined;
  refused: string[];
} {
  const first = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  };
  const given = filterNames.flatMap((key) => (first(key) ? [[key, first(key)] as const] : []));
  const readable = given.filter(([key, value]) => claimFilters.safeParse({ [key]: value }).success);
  const cursor = claimId.safeParse(first("cursor"));
  return {
    filters: claimFilters.parse(Object.fromEntries(readable)),
    cursor: cursor.success ? cursor.data : undefined,
    refused: given.filter((one) => !readable.includes(one)).map(([key]) => key),
  };
}

/** The query of an address that asks exactly this; empty when it asks nothing. */
export function claimsAddress(filters: ClaimFilters, cursor?: string): string {
  const query = new URLSearchParams();
  for (const key of filterNames) if (filters[key]) query.set(key, filters[key]);
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** The parts a source published of its own figure, in one line; empty when it published none. */
export function partsWords(words: Words, { parts }: PublishedClaim): string {
  return partNames
    .flatMap((name) => {
      const value = parts[name];
      return value === undefined
        ? []
        : [`${figure(words, { value, qualifier: "exact" })} ${words.say(`parts.${name}`)}`];
    })
    .join(", ");
}

import { endOf, startOf } from "@/lib/claims/compare/rules";
import type { Bound } from "@/lib/claims/compare/schema";
import { csvOf } from "@/lib/core/csv";
import { locales } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { type OwnSource, ownFigure } from "../own/rules";
import { compare, comparisonWords, inOrder } from "../rules";
import type { PublishedClaim } from "../schema";

export type Around = ReadonlyMap<string, PublishedClaim>;

/** A figure, those set beside it and why; one alone when a pair was asked for. */
export interface FoundComparison {
  claim: PublishedClaim;
  beside: { other: PublishedClaim; because: PublishedClaim["beside"][number]["because"] | null }[];
  around: Around;
}
type ToldPair = { a: PublishedClaim; b: PublishedClaim; around: Around };

/** The pairs of a comparison, then ours beside each figure of it that a balance has a number for. */
export function pairsOf({ claim, beside, around }: FoundComparison, balance: OwnSource | null): ToldPair[] {
  const told = (one: PublishedClaim, other: PublishedClaim): ToldPair => {
    const [a, b] = inOrder(one, other);
    return { a, b, around };
  };
  const ours = [claim, ...(beside.length === 1 ? beside.map(({ other }) => other) : [])].flatMap((one) => {
    const own = ownFigure(balance, one);
    return own ? [told(one, own)] : [];
  });
  return [...beside.map(({ other }) => told(claim, other)), ...ours];
}

/** What the API says of two figures: what sets them apart in codes, the gap where there is one, and both languages' sentences. */
export function pairAnswer(claim: PublishedClaim, other: PublishedClaim, around: Around) {
  const compared = compare(claim, other);
  return {
    ...compared,
    words: perLocale((locale) => {
      const { sentence, gap, truths } = comparisonWords(wordsOf(locale, "claims"), claim, other, around);
      return { sentence, gap, truths };
    }),
    page: perLocale((locale) => href(locale, "comparar", compared.pair)),
  };
}

/** Our own figure for the very same thing and days, compared like any other; null where a balance says nothing of them. */
export function ownAnswer(balance: OwnSource | null, claim: PublishedClaim) {
  const own = ownFigure(balance, claim);
  if (!balance || !own) return null;
  const { pair: _noAddress, ...compared } = compare(claim, own);
  const { value, qualifier, kind, measure, unit, releaseScope, periodStart, periodEnd, asOf } = own;
  return {
    balance: balance.slug,
    figure: { value, qualifier, kind, measure, unit, releaseScope, periodStart, periodEnd, asOf },
    ...compared,
    words: perLocale((locale) => {
      const { sentence, gap, truths } = comparisonWords(wordsOf(locale, "claims"), claim, own, new Map());
      return { sentence, gap, truths };
    }),
  };
}

const sideColumns = [
  "claim_id",
  "claimant",
  "value",
  "qualifier",
  "from",
  "from_precision",
  "to",
  "to_precision",
  "stage",
  "unit",
] as const;
const columns = [
  "pair",
  ...sideColumns.map((name) => `a_${name}`),
  ...sideColumns.map((name) => `b_${name}`),
  "computable",
  "gap_least",
  "gap_most",
  "differences",
  ...locales.flatMap((locale) => [`sentence_${locale}`, `gap_${locale}`, `truth_${locale}`]),
];

/** One row a pair, in the order figures are always told in; a figure of ours stands in a row like another's. */
export function comparisonsCsv(pairs: readonly ToldPair[]): string {
  const spoken = locales.map((locale) => [locale, wordsOf(locale, "claims")] as const);
  const rows = pairs.map(({ a, b, around }) => {
    const { pair, computable, gap, differences } = compare(a, b);
    return {
      pair,
      ...side("a", a),
      ...side("b", b),
      computable: String(computable),
      gap_least: gap?.least ?? null,
      gap_most: gap?.most ?? null,
      differences: differences.map(({ code }) => code).join(";"),
      ...Object.assign(
        {},
        ...spoken.map(([locale, words]) => {
          const told = comparisonWords(words, a, b, around);
          return {
            [`sentence_${locale}`]: told.sentence,
            [`gap_${locale}`]: told.gap,
            [`truth_${locale}`]: told.truths.join(" "),
          };
        }),
      ),
    };
  });
  return csvOf(rows, columns);
}

function side(which: "a" | "b", claim: PublishedClaim) {
  const values: Record<(typeof sideColumns)[number], string | number | null> = {
    claim_id: claim.id,
    claimant: claim.claimant,
    value: claim.value,
    qualifier: claim.qualifier,
    from: bound(startOf(claim)),
    from_precision: claim.startPrecision,
    to: bound(endOf(claim)),
    to_precision: claim.endPrecision,
    stage: claim.stage,
    unit: claim.unit,
  };
  return Object.fromEntries(sideColumns.map((name) => [`${which}_${name}`, values[name]]));
}

/** A date no more exact than its source: of a month, and of a guess put at the first of one, only the month is told. */
function bound({ date, precision }: Bound): string | null {
  const onlyMonth = precision === "month" || (precision === "nominal" && date?.endsWith("-01"));
  return onlyMonth ? (date?.slice(0, 7) ?? null) : date;
}

const perLocale = <Value>(value: (locale: (typeof locales)[number]) => Value) =>
  Object.fromEntries(locales.map((locale) => [locale, value(locale)]));

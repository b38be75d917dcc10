import type { Learned } from "@/lib/tallies/learned/schema";
import type { DraftView } from "../list/queries";
import type { DraftWatch } from "./schema";

const HOUR = 3_600_000;
/** So many hours without anything confirmed before the cut-off, or of a draft nobody signed, are worth a word. */
const STALE = 24;

interface Counted {
  n: number;
}

/** One thing to weigh before signing, with the values of its sentence. */
export type Warning =
  | { code: "overtaken" | "notAsHashed" | "deathWaits" | "nothingConfirmed"; values?: undefined }
  | {
      code:
        | "waitingFacts"
        | "waitingImports"
        | "confirmedSince"
        | "confirmedSinceSigned"
        | "withdrawalsWait"
        | "withdrawalsReview";
      values: Counted;
    }
  | { code: "notConfirmed"; values: Counted & { total: number } }
  | { code: "stale"; values: { hours: number; days: number; when: Date } }
  | { code: "old"; values: { hours: number; days: number } }
  | {
      code: "restated";
      values: { slug: string; published: number; restated: number; learned: Learned };
    }
  | { code: "corrects" | "previousCorrected"; values: { slug: string; why: string } }
  | { code: "blurred"; values: { why: string } };

type Draft = Pick<DraftView, "content" | "exact" | "publishedAt" | "discardedAt">;

/**
 * What to say before two people sign, gravest first. Of a draft signed or put aside only what belongs to its numbers is left. Never how
 * many deaths wait, nor in which case.
 */
export function warningsOf(
  { content, exact, publishedAt, discardedAt }: Draft,
  watch: DraftWatch,
): Warning[] {
  const isOpen = !publishedAt && !discardedAt;
  const { waiting, withdrawals, confirmed } = watch;
  const counted = (code: Extract<Warning, { values: Counted }>["code"], n: number | null): Warning[] =>
    n ? [{ code, values: { n } } as Warning] : [];
  const around: Warning[] = !isOpen
    ? []
    : [
        ...(watch.overtaken ? [{ code: "overtaken" } as const] : []),
        ...(watch.asHashed ? [] : [{ code: "notAsHashed" } as const]),
        ...counted("withdrawalsWait", withdrawals.waiting),
        ...counted("withdrawalsReview", withdrawals.toReview),
        ...counted("waitingFacts", waiting.facts),
        ...counted("waitingImports", waiting.imports),
        ...(watch.deathWaits ? [{ code: "deathWaits" } as const] : []),
        ...counted("confirmedSince", confirmed.sinceCounted),
        ...counted("confirmedSinceSigned", confirmed.sinceSigned),
        ...(watch.age >= STALE ? [{ code: "old", values: spanOf(watch.age) } as const] : []),
      ];
  return [...around, ...ofNumbers({ content, exact }, watch)];
}

/** Hours, and days where hours say nothing any more. */
const spanOf = (hours: number) => ({ hours, days: hours < 72 ? 0 : Math.floor(hours / 24) });

function ofNumbers({ content, exact }: Pick<Draft, "content" | "exact">, watch: DraftWatch): Warning[] {
  const { beside } = exact;
  const total = content.held.total;
  const warnings: Warning[] = [];
  if (beside?.notConfirmed)
    warnings.push({ code: "notConfirmed", values: { n: beside.notConfirmed, total } });
  if (beside && beside.lastConfirmed === null) warnings.push({ code: "nothingConfirmed" });
  if (beside?.lastConfirmed) {
    const when = new Date(beside.lastConfirmed);
    const hours = Math.floor((Date.parse(content.at) - when.getTime()) / HOUR);
    if (hours >= STALE) warnings.push({ code: "stale", values: { ...spanOf(hours), when } });
  }
  const before = content.series.find(({ slug }) => slug !== null && slug === content.change?.from.slug);
  if (before?.slug && before.published !== null && before.published !== before.restated && before.learned)
    warnings.push({
      code: "restated",
      values: {
        slug: before.slug,
        published: before.published,
        restated: before.restated,
        learned: before.learned,
      },
    });
  if (content.corrects) warnings.push({ code: "corrects", values: content.corrects });
  for (const values of watch.correctedBy) warnings.push({ code: "previousCorrected", values });
  if (watch.blurWhy !== null) warnings.push({ code: "blurred", values: { why: watch.blurWhy } });
  return warnings;
}

import { createHash } from "node:crypto";
import { method } from "@/lib/cases/counting/method/schema";
import { dateInCaracas, startOfDay } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { BalanceKind, PrintedReconciliation } from "./schema";

export const WEEK = 7 * 24 * 3_600_000;

/** The one text of a value: keys in order, nothing to spare. What two people sign, and what anybody can make again. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

/** SHA-256 of the canonical text: the message the coordinators' Ed25519 keys sign. */
export const contentHash = (content: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(canonical(content), "utf8").digest());

/** The day a cut-off belongs to: "on 26 January" is 27 January 00:00 in Caracas. */
export const cutOffDay = (at: Date): string => dateInCaracas(new Date(at.getTime() - 1));

/** `2026-01-26` for a weekly balance; partial ones of a day are numbered after whatever that day already has. */
export function slugOf(kind: BalanceKind, at: Date, slugsOfTheDay: string[]): string {
  const day = cutOffDay(at);
  if (kind === "weekly") return day;
  const numbers = slugsOfTheDay.map((slug) => Number(slug.slice(day.length + 1)) || 1);
  return `${day}-${Math.max(0, ...numbers) + 1}`;
}

/** Gross changes between two publication moments: every event and every correction counts, whichever its sign. */
export const changesIn = (reconciliation: PrintedReconciliation): number =>
  Object.values(reconciliation.terms).reduce((sum, term) => sum + Math.abs(term), 0);

export interface PublishedMoment {
  slug: string;
  kind: BalanceKind;
  at: Date;
  known: Date;
  total: number;
}

/**
 * Refuses a moment that no publication may have: in the future, before what was already published (numbers only move forward), or
 * a second weekly balance for one day.
 */
export function refuseMoment(
  kind: BalanceKind,
  at: Date,
  known: Date,
  published: PublishedMoment[],
  now: Date,
): void {
  if (at > now || known > now) throw new Refusal("balance_in_future");
  const last = published[0];
  if (last && (at < last.at || known <= last.known))
    throw new Refusal("balance_too_soon", { last: last.slug });
  const sameDay = published.find((one) => one.kind === "weekly" && cutOffDay(one.at) === cutOffDay(at));
  if (kind === "weekly" && sameDay) throw new Refusal("balance_too_soon", { last: sameDay.slug });
}

/** Refuses a partial publication in which so little changed that it would point at someone. */
export function refuseTooFew(kind: BalanceKind, changes: number): void {
  if (kind === "partial" && changes < method.leastChanges)
    throw new Refusal("too_few_changes", { least: method.leastChanges });
}

/** The weekly cut-offs of the restated series: every weekly balance published, this one, and weeks back to the start of coverage. */
export function seriesMoments(weekly: Date[], since: string): Date[] {
  const known = [...weekly].sort((a, b) => a.getTime() - b.getTime());
  const first = known[0];
  if (!first) return [];
  const start = startOfDay(since).getTime();
  const earlier: Date[] = [];
  for (let at = first.getTime() - WEEK; at >= start; at -= WEEK) earlier.unshift(new Date(at));
  return [...earlier, ...known];
}

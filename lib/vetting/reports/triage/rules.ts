import { startOfDay } from "@/lib/core/clock";
import { foldedWords } from "@/lib/core/folded";
import { perhapsUnder18 } from "@/lib/intake/permissions/rules";
import type { ReportPayload } from "@/lib/intake/schema";
import { boundsOf } from "../rules";
import type { Leaf, Marks, Suspicion } from "./schema";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Shorter accounts are too often alike by nature. */
const TELLING = 60;
const SAME_TEXT = 3;
const BURST = 8;
const MINUTE = 60_000;
/** More than a family and its neighbours write about one person in half an hour. */
const SAME_NAME = 6;
/** More than a raid's families write of one corner in ten minutes: after a night of arrests many honest reports come from one place. */
const SAME_PLACE = 25;

/**
 * What the queue's views must know of a report. Age in doubt counts as under 18. Nobody says where the person is from the first
 * day the detention can have been, so that a term is never announced late; undated, from when it was told.
 */
export function marksOf(
  payload: ReportPayload,
  receivedAt: Date,
): Omit<Marks, "text" | "shape" | "name" | "place"> {
  const { person, detention, whereabouts } = payload;
  const { earliest, latest } = boundsOf(detention.date);
  const day = earliest ?? latest;
  const heldIn = detention.date.year ?? receivedAt.getUTCFullYear();
  const since = day === null ? receivedAt.getTime() : startOfDay(day).getTime();
  return {
    under18: perhapsUnder18(person, heldIn),
    missingSince: whereabouts.told === "told" ? null : Math.min(since, receivedAt.getTime()),
    impossibleDate: isImpossible(payload, receivedAt),
  };
}

function isImpossible({ person, detention }: ReportPayload, receivedAt: Date): boolean {
  const { year, month, day } = detention.date;
  if (year === undefined) return false;
  const { earliest } = boundsOf(detention.date);
  const isNoDay =
    month !== undefined && day !== undefined && new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day;
  const isAhead =
    earliest !== null && !isNoDay && startOfDay(earliest).getTime() > receivedAt.getTime() + DAY;
  return isNoDay || isAhead || (person.birthYear !== undefined && person.birthYear > year);
}

/** The words of an account by which two are the same, however they are spaced or capitalised; null for none or a short one. */
export function textOf({ detention }: ReportPayload): string | null {
  const words = (detention.account ?? "").normalize("NFKD").replaceAll(/[^\p{L}\p{N}]+/gu, " ");
  const bare = words.trim().toLowerCase();
  return bare.length < TELLING ? null : bare;
}

/** What many reports sent in bulk share though their words differ: day, place, forces and telling. Null where little is said. */
export function shapeOf({ detention, whereabouts, relation }: ReportPayload): string | null {
  const { day, month, year } = detention.date;
  if (day === undefined || detention.entity === undefined || !detention.account) return null;
  const said = [year, month, day, detention.entity, detention.place, detention.forces, relation];
  return JSON.stringify([
    said,
    whereabouts.told,
    whereabouts.facility,
    Math.ceil(detention.account.length / 20),
  ]);
}

/** The name by which two reports are about one, in any order and spelling of accents; null where only one word of it is known. */
export function nameOf({ person }: ReportPayload): string | null {
  const words = foldedWords(`${person.givenNames} ${person.surnames}`).split(" ").filter(Boolean);
  return words.length < 2 ? null : words.sort().join(" ");
}

/** The place and day that many reports of one event share; null without the words of a place or a whole date. */
export function placeOf({ detention }: ReportPayload): string | null {
  const { day, month, year } = detention.date;
  const words = foldedWords(detention.place ?? "");
  if (day === undefined || words.length < 4) return null;
  return JSON.stringify([year, month, day, detention.entity, words]);
}

/**
 * Which reports look made up or sent in bulk, and how: three accounts that say the same, eight of one shape within an hour, six about one
 * name within half an hour, twenty-five from one place within ten minutes, or a date that cannot be. Relatives who report the same person
 * seldom use the same words. Of each name the first to come stays where it is, so that nobody hides a report under others like it.
 */
export function suspicionsOf(leaves: readonly Leaf[]): Map<string, Suspicion[]> {
  const found = new Map<string, Suspicion[]>();
  const say = (reportId: string, what: Suspicion) =>
    found.set(reportId, [...(found.get(reportId) ?? []), what]);
  for (const alike of grouped(leaves, (leaf) => leaf.text)) {
    if (alike.length >= SAME_TEXT) for (const { reportId } of alike) say(reportId, "same_text");
  }
  for (const alike of grouped(leaves, (leaf) => leaf.shape)) {
    for (const reportId of inBursts(alike, BURST, HOUR)) say(reportId, "burst");
  }
  for (const alike of grouped(leaves, (leaf) => leaf.name)) {
    const [first] = byArrival(alike);
    for (const reportId of inBursts(alike, SAME_NAME, 30 * MINUTE))
      if (reportId !== first?.reportId) say(reportId, "same_name");
  }
  for (const alike of grouped(leaves, (leaf) => leaf.place)) {
    for (const reportId of inBursts(alike, SAME_PLACE, 10 * MINUTE)) say(reportId, "same_place");
  }
  for (const { reportId, impossibleDate } of leaves) if (impossibleDate) say(reportId, "impossible_date");
  return found;
}

function grouped(leaves: readonly Leaf[], markOf: (leaf: Leaf) => string | null): Leaf[][] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const mark = markOf(leaf);
    if (mark === null) continue;
    const group = groups.get(mark);
    if (group) group.push(leaf);
    else groups.set(mark, [leaf]);
  }
  return [...groups.values()];
}

const byArrival = (leaves: Leaf[]) =>
  leaves.toSorted(
    (a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.reportId < b.reportId ? -1 : 1),
  );

function inBursts(alike: Leaf[], many: number, within: number): Set<string> {
  const sorted = byArrival(alike);
  const found = new Set<string>();
  for (let from = 0, to = 0; to < sorted.length; to++) {
    const last = sorted[to]?.receivedAt.getTime() ?? 0;
    while (last - (sorted[from]?.receivedAt.getTime() ?? last) > within) from++;
    if (to - from + 1 >= many) for (const { reportId } of sorted.slice(from, to + 1)) found.add(reportId);
  }
  return found;
}

/** How long nobody has said where somebody is, with the last term passed: 24 hours, 60 days, 85 of the 90 for the Working Group. */
export function missingFor(
  since: Date,
  now: Date,
): { hours: number; days: number; mark: 24 | 60 | 85 | null } {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / HOUR));
  const days = Math.floor(hours / 24);
  const mark = days >= 85 ? 85 : days >= 60 ? 60 : hours >= 24 ? 24 : null;
  return { hours, days, mark };
}

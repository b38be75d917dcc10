import { z } from "zod";
import type { QueueView } from "../schema";
import type { Leaf, Suspicion } from "../triage/schema";

const HOUR = 3_600_000;

/** The last moment of arrival that is overdue now: a day for what is urgent, a week for the rest. */
export const overdueBefore = (now: Date): { urgent: Date; other: Date } => ({
  urgent: new Date(now.getTime() - 24 * HOUR),
  other: new Date(now.getTime() - 7 * 24 * HOUR),
});

/** The views that only the sealed marks can answer. */
export type MarkedView = "under18" | "disappeared" | "suspicious";
export const isMarkedView = (view: QueueView): view is MarkedView =>
  view === "under18" || view === "disappeared" || view === "suspicious";

/** Which leaves a view of marks holds, in its order: paradero desconocido by how long, the rest as the queue. Suspicious ones are apart. */
export function leavesOf(
  view: MarkedView,
  leaves: readonly Leaf[],
  suspicious: Map<string, Suspicion[]>,
): Leaf[] {
  if (view === "suspicious") return leaves.filter((leaf) => suspicious.has(leaf.reportId));
  const trusted = leaves.filter((leaf) => !suspicious.has(leaf.reportId));
  if (view === "under18") return trusted.filter((leaf) => leaf.under18);
  return trusted
    .filter((leaf) => leaf.missingSince !== null)
    .sort((a, b) => (a.missingSince ?? 0) - (b.missingSince ?? 0) || (a.reportId < b.reportId ? -1 : 1));
}

/** Where a page of the queue ended, as it stands in an address. */
export interface Cursor {
  rank: number;
  receivedAt: Date;
  reportId: string;
}

export const cursorText = ({ rank, receivedAt, reportId }: Cursor): string =>
  `${rank}.${receivedAt.getTime()}.${reportId}`;

const cursorWords = z.tuple([
  z.coerce.number().int().min(0).max(1),
  z.coerce.number().int().min(0).max(8e15),
  z.uuid(),
]);

/** The cursor in an address; null for none and for anything else. */
export function cursorIn(text: string | undefined): Cursor | null {
  const parsed = cursorWords.safeParse((text ?? "").split("."));
  if (!parsed.success) return null;
  const [rank, moment, reportId] = parsed.data;
  return { rank, receivedAt: new Date(moment), reportId };
}

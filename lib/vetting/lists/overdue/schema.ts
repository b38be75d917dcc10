import type { PermissionTo } from "@/lib/auth/permissions";

/** What waits too long, each kind with its own address, the gravest first. */
export const overdueKinds = [
  "missing_85",
  "missing_60",
  "missing_24h",
  "kin_untold",
  "sheets",
  "unassigned",
  "snooze_over",
  "unanswered",
  "facts",
  "corrections",
  "retractions",
  "decisions",
  "untaken",
  "imports",
  "must_review",
  "reviews_due",
  "date_passed",
  "unconfirmed_90",
  "unconfirmed_60",
  "unconfirmed_30",
] as const;
export type OverdueKind = (typeof overdueKinds)[number];

/** What somebody must be allowed to see a kind: nobody is told of what they could not open. */
export const neededFor = (kind: OverdueKind): PermissionTo => {
  if (kind === "unassigned" || kind === "snooze_over" || kind === "unanswered") return "queue.read";
  if (kind === "sheets") return "paper.transcribe";
  return kind === "imports" ? "import.read" : "case.read";
};

/** One thing that waits too long. */
export interface OverdueRow {
  kind: OverdueKind;
  id: string;
  /** From when it waits. */
  since: Date;
  caseReference: string | null;
  reportId: string | null;
  batchId: string | null;
  /** The person, or where the batch comes from; null where the words were erased. */
  name: string | null;
  /** Whoever it waits for somebody other than, or who holds it. */
  who: string | null;
}

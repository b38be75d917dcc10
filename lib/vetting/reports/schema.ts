import type { ReportPayload } from "@/lib/intake/schema";
import type { Suspicion } from "./triage/schema";

/** Views of the queue, each with its own address. */
export const queueViews = [
  "unassigned",
  "urgent",
  "mine",
  "information",
  "overdue",
  "under18",
  "disappeared",
  "suspicious",
  "snoozed",
  "all",
  "in_review",
] as const;
export type QueueView = (typeof queueViews)[number];

/** What a report does not say yet and a verdict will need. */
export const gaps = [
  "document",
  "age",
  "date",
  "entity",
  "account",
  "whereabouts",
  "relation",
  "count",
] as const;
export type Gap = (typeof gaps)[number];

/** A report as a row of the queue. */
export interface QueueRow {
  id: string;
  receivedAt: Date;
  channel: string;
  urgent: boolean;
  stage: string;
  assignedTo: string | null;
  /** Since when they hold it; null where nobody recorded it. */
  assignedAt: Date | null;
  snoozedUntil: Date | null;
  askedAt: Date | null;
  /** The family wrote after it was asked. */
  answered: boolean;
  /** They told something new that nobody has attended to. */
  hasNews: boolean;
  name: string;
  sex: string;
  age: number | null;
  entity: string | null;
  gaps: Gap[];
  under18: boolean;
  /** From when nobody says where the person is. */
  missingSince: Date | null;
  suspicions: Suspicion[];
}

/** One report, opened. */
export interface OpenedReport {
  id: string;
  receivedAt: Date;
  channel: string;
  urgent: boolean;
  stage: string;
  assignedTo: string | null;
  assignedAt: Date | null;
  snoozedUntil: Date | null;
  /** Why it was put off, in the words of whoever did. */
  snoozedFor: string | null;
  askedAt: Date | null;
  payload: ReportPayload;
  gaps: Gap[];
}

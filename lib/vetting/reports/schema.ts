import type { ReportPayload } from "@/lib/intake/schema";

/** Views of the queue, each with its own address. */
export const queueViews = ["unassigned", "urgent", "mine", "all", "in_review"] as const;
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
  name: string;
  sex: string;
  age: number | null;
  entity: string | null;
  gaps: Gap[];
}

/** One report, opened. */
export interface OpenedReport extends Omit<QueueRow, "name" | "sex" | "age" | "entity"> {
  payload: ReportPayload;
}

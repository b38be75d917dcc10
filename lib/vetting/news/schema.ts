import type { NewsItem, NewsKind } from "@/lib/intake/news/schema";
import type { ReportPayload } from "@/lib/intake/schema";

/** News as a row of the list that waits. */
export interface NewsRow {
  id: string;
  reportId: string;
  name: string;
  kind: NewsKind;
  receivedAt: Date;
  urgent: boolean;
  assignedTo: string | null;
}

/** One piece of news, opened beside the report it came to. */
export interface OpenedNews {
  id: string;
  reportId: string;
  stage: string;
  receivedAt: Date;
  urgent: boolean;
  settled: { at: Date; by: string } | null;
  item: NewsItem;
  /** What the same code reported first, and when. */
  report: { payload: ReportPayload; receivedAt: Date };
  /** Other news of the same report that wait. */
  others: { id: string; receivedAt: Date; urgent: boolean }[];
}

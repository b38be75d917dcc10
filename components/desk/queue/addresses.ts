import type { QueueView } from "@/lib/vetting/reports/schema";

interface Place {
  view: QueueView;
  after?: string | null;
  report?: string | null;
  likely?: boolean;
}

/** Where a view of the queue stands, from which report on, and which one is open beside it. */
export function queueAddress({ view, after, report, likely }: Place): string {
  const asked = new URLSearchParams({ ver: view });
  if (after) asked.set("desde", after);
  if (report) asked.set("reporte", report);
  if (likely) asked.set("parecidos", "1");
  return `/equipo?${asked}${report ? "#reporte" : ""}`;
}

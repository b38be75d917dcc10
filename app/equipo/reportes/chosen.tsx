import { queueAddress } from "@/components/desk/queue/addresses";
import { ReportPane } from "@/components/desk/queue/pane";
import { ReportActs } from "@/components/desk/queue/report-acts";
import type { DeskVisit } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { translator } from "@/lib/i18n/messages";
import { findPairs } from "@/lib/vetting/pairs/commands";
import { findLikely } from "@/lib/vetting/reports/likely/queries";
import { openReport } from "@/lib/vetting/reports/queries";
import { listColleagues } from "@/lib/vetting/reports/queue/queries";
import type { QueueView } from "@/lib/vetting/reports/schema";
import { askForWord, bringBack, giveReport, putOff, takeReport } from "./actions";

export const reportActs = {
  take: takeReport,
  give: giveReport,
  snooze: putOff,
  wake: bringBack,
  ask: askForWord,
};

interface Props {
  visit: DeskVisit;
  reportId: string;
  place: { view: QueueView; after?: string };
  nextId: string | null;
  compare: boolean;
}

/** The report chosen in the queue, opened beside the list; that it was opened is recorded. Refused, the list stays, and why is said. */
export async function ChosenReport({ visit, reportId, place, nextId, compare }: Props) {
  const report = await openReport(visit.staff, reportId, wallClock).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (report instanceof Refusal) {
    const isGone = report.code === "not_found";
    const refusals = translator(visit.locale, "refusals");
    return (
      <p className="pane empty" role={isGone ? undefined : "alert"}>
        {isGone ? translator(visit.locale, "desk-queue")("select") : refusals(report.code, report.values)}
      </p>
    );
  }
  await findPairs(visit.staff, { kind: "report", id: reportId }, wallClock);
  return (
    <ReportPane
      report={report}
      visit={visit}
      closed={queueAddress(place)}
      compare={queueAddress({ ...place, report: reportId, likely: true })}
      likely={compare ? await findLikely(visit.staff, reportId, wallClock) : null}
    >
      <ReportActs
        report={report}
        visit={visit}
        colleagues={await listColleagues(visit.staff)}
        now={wallClock()}
        back={{ view: place.view, next: nextId ?? "" }}
        acts={reportActs}
      />
    </ReportPane>
  );
}

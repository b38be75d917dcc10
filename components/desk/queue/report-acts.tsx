import { Button } from "@/components/ui/button";
import type { DeskVisit } from "@/lib/auth/session";
import type { FormState } from "@/lib/core/form";
import { translator } from "@/lib/i18n/messages";
import { gaps, type OpenedReport } from "@/lib/vetting/reports/schema";
import { DeskChoices, DeskSelect, DeskText } from "../fields";
import { DeskForm } from "../form";
import { Key } from "../keys/key";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

interface Props {
  report: OpenedReport;
  visit: DeskVisit;
  colleagues: string[];
  now: Date;
  /** Where the page stands, to return to it, and which report comes next. */
  back: Record<string, string>;
  acts: { take: Act; give: Act; snooze: Act; wake: Act; ask: Act };
}

/** What can be done with a waiting report, each act a form of its own with the key that reaches it. */
export function ReportActs({ report, visit, colleagues, now, back, acts }: Props) {
  const { staff, csrf, locale } = visit;
  const q = translator(locale, "desk-queue");
  const isMine = report.assignedTo === staff.username;
  const holder = isMine ? null : report.assignedTo;
  const fixed = { reportId: report.id, seen: report.assignedTo ?? "", ...back };
  const form = { csrf, locale, hidden: fixed };
  const isAway = report.snoozedUntil !== null && report.snoozedUntil > now;
  return (
    <div className="acts">
      {!isMine && (
        <DeskForm id="tomar" action={acts.take} {...form}>
          {holder !== null && <DeskText name="why" label={q("acts.whyTaken", { who: holder })} />}
          <Button plain data-key="A" aria-keyshortcuts="A">
            {q(holder === null ? "acts.take" : "acts.takeOver")} <Key of="A" />
          </Button>
        </DeskForm>
      )}
      <details>
        <summary data-key="P">
          {q("acts.give")} <Key of="P" />
        </summary>
        <DeskForm id="pasar" action={acts.give} {...form}>
          <DeskSelect
            name="to"
            label={q("acts.to")}
            choices={colleagues
              .filter((one) => one !== report.assignedTo)
              .map((value) => ({ value, label: value }))}
          />
          {holder !== null && <DeskText name="why" label={q("acts.whyTaken", { who: holder })} />}
          <Button plain>{q("acts.give")}</Button>
        </DeskForm>
      </details>
      {isAway ? (
        <DeskForm id="traer" action={acts.wake} {...form}>
          <Button plain data-key="H" aria-keyshortcuts="H">
            {q("acts.wake")} <Key of="H" />
          </Button>
        </DeskForm>
      ) : (
        <details>
          <summary data-key="H">
            {q("acts.snooze")} <Key of="H" />
          </summary>
          <DeskForm id="posponer" action={acts.snooze} {...form}>
            <DeskSelect
              name="hours"
              label={q("acts.for")}
              value="24"
              choices={(["4", "24", "72", "168"] as const).map((value) => ({
                value,
                label: q(`acts.hours.${value}`),
              }))}
            />
            <DeskText name="day" type="date" label={q("acts.until")} />
            <DeskText name="why" label={q("acts.why")} />
            <Button plain>{q("acts.snooze")}</Button>
          </DeskForm>
        </details>
      )}
      <details>
        <summary data-key="4">
          {q("acts.ask")} <Key of="4" />
        </summary>
        <DeskForm id="pedir" action={acts.ask} {...form}>
          <DeskChoices
            many
            name="wants"
            label={q("acts.wants")}
            value={report.gaps}
            choices={gaps.map((value) => ({ value, label: q(`ask.words.${value}`) }))}
          />
          <Button plain>{q("acts.ask")}</Button>
        </DeskForm>
      </details>
    </div>
  );
}

import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { ReportPayload } from "@/lib/intake/schema";
import { boundsOf } from "@/lib/vetting/reports/rules";
import { choices } from "@/lib/vocabularies/rules";
import { DeskSelect, DeskText } from "./fields";

/**
 * What the family said of the court, as the boxes of one fact of the process: that the person was presented, if so, not before the day
 * of the detention. The next hearing is no fact yet; it stays in the report, to be read beside this form.
 */
export function CourtFields({ payload, locale }: { payload: ReportPayload; locale: Locale }) {
  const t = translator(locale, "desk");
  const { court, detention } = payload;
  const isPresented = court?.presented === "yes";
  const earliest = (isPresented && boundsOf(detention.date).earliest) || undefined;
  return (
    <details open={isPresented}>
      <summary>{t("opening.court")}</summary>
      <div className="stack">
        <p className="note">{t("opening.courtHint")}</p>
        <DeskSelect
          name="court.state"
          label={t("fact.state")}
          value={isPresented ? "presented" : ""}
          empty={t("opening.noCourt")}
          choices={choices("process_state", locale)}
        />
        <div className="row2">
          <DeskText name="court.earliest" type="date" label={t("fact.earliest")} value={earliest} />
          <DeskText name="court.latest" type="date" label={t("fact.latest")} />
        </div>
        <DeskText name="court.authority" label={t("fact.authority")} value={court?.court?.slice(0, 200)} />
      </div>
    </details>
  );
}

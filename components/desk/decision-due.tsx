import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { dayText } from "./when";

interface DueProps {
  found: CaseForDesk;
  now: Date;
  locale: Locale;
}

/** When the verdict in force is to be looked at again, who moved that day and why, and that its ground has moved where it has. */
export function DecisionDue({ found: { due, decisions }, now, locale }: DueProps) {
  const t = translator(locale, "desk-decision");
  if (!due) return null;
  const moved = decisions.find((decision) => decision.id === due.decisionId)?.dates ?? [];
  const causes = { fact_retracted: 1, evidence_withdrawn: 1, new_detention: 1 };
  const cause = due.cause !== null && due.cause in causes ? (due.cause as keyof typeof causes) : null;
  return (
    <div id="revision">
      {due.mustSince && cause && (
        <p className="notice">
          <strong>{t("due.must")}</strong>: {t(`due.cause.${cause}`)},{" "}
          {t("due.mustSince", { day: dayText(due.mustSince, locale) })}.
        </p>
      )}
      {due.dueAt && (
        <p>{t(due.dueAt <= now ? "due.overdue" : "due.next", { day: dayText(due.dueAt, locale) })}</p>
      )}
      {moved.map((date) => (
        <p key={date.setAt.toISOString()} className="note">
          {t("due.set", { who: date.setBy, day: dayText(date.dueAt, locale), why: date.why })}
        </p>
      ))}
    </div>
  );
}

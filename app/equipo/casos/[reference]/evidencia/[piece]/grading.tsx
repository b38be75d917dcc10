import { gradeText } from "@/components/desk/evidence/words";
import { DeskArea, DeskSelect } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { dayText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import { translator } from "@/lib/i18n/messages";
import { choices } from "@/lib/vocabularies/rules";
import { gradeOne } from "../actions";
import type { ItemActsProps } from "./given";

/** Every judgement of an item, the latest first, and the form for another: whoever says it, and what it says, apart. */
export function Grading({ item, found, visit, isOpen }: ItemActsProps & { isOpen: boolean }) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "evidence");
  const grades = [...item.grades].reverse();
  return (
    <section className="entry" id="calificacion">
      <h2>{t("grading.title")}</h2>
      {grades.length === 0 && <p className="empty">{t("grading.none")}</p>}
      <ol className="plain-list">
        {grades.map((grade) => (
          <li key={grade.id}>
            {gradeText({ grades: [grade] }, locale)}
            <span className="note breakable">
              {t("grading.by", { who: grade.by, day: dayText(grade.at, locale) })}: {grade.why}
            </span>
          </li>
        ))}
      </ol>
      {isOpen && may(staff, "evidence.weigh") && (
        <details className="form" open={grades.length === 0}>
          <summary>{t("grading.submit")}</summary>
          <p className="note">{t("grading.hint")}</p>
          <DeskForm
            id="calificar"
            action={gradeOne}
            csrf={csrf}
            locale={locale}
            hidden={{ caseId: found.caseId, reference: found.reference, evidenceId: item.id }}
            labels={{
              ...{ reliability: t("grading.reliability"), credibility: t("grading.credibility") },
              why: t("grading.why"),
            }}
          >
            <div className="stack">
              <div className="row2">
                <DeskSelect
                  name="reliability"
                  label={t("grading.reliability")}
                  empty=""
                  choices={choices("source_reliability", locale)}
                />
                <DeskSelect
                  name="credibility"
                  label={t("grading.credibility")}
                  empty=""
                  choices={choices("content_credibility", locale)}
                />
              </div>
              <DeskArea name="why" rows={2} label={t("grading.why")} />
              <div>
                <Button>{t("grading.submit")}</Button>
              </div>
            </div>
          </DeskForm>
        </details>
      )}
    </section>
  );
}

import { DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import type { Coverage } from "@/lib/balances/coverage/queries";
import type { FormState } from "@/lib/core/form";
import { dayName } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/messages";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

interface CoverageFormsProps {
  visit: DeskVisit;
  coverage: { inForce: Coverage | null; waiting: Coverage | null };
  declare: Act;
  second: Act;
}

/** The span of dates the registry answers for: what is in force, what waits for a second person, and proposing another. */
export function CoverageForms({ visit, coverage, declare, second }: CoverageFormsProps) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "balances");
  const { inForce, waiting } = coverage;
  const words = ({ since, until, declaredBy, secondedBy }: Coverage) => ({
    since: dayName(locale, since),
    until: until ? dayName(locale, until) : "none",
    declaredBy,
    secondedBy: secondedBy ?? "",
  });
  const coordinates = may(staff, "coverage.declare");
  return (
    <section className="entry flow">
      <h2>{t("desk.coverageTitle")}</h2>
      <p>{inForce ? t("desk.coverageNow", words(inForce)) : t("desk.coverageNone")}</p>
      {waiting && <p>{t("desk.coverageWaiting", words(waiting))}</p>}
      {waiting && coordinates && waiting.declaredBy !== staff.username && (
        <DeskForm id="segunda" action={second} csrf={csrf} locale={locale} hidden={{ id: waiting.id }}>
          <Button>{t("desk.coverageSecond")}</Button>
        </DeskForm>
      )}
      {coordinates && (
        <details open={!inForce && !waiting}>
          <summary>{t("desk.coverageDeclare")}</summary>
          <DeskForm
            id="cobertura"
            action={declare}
            csrf={csrf}
            locale={locale}
            labels={{ since: t("desk.since"), until: t("desk.until") }}
          >
            <div className="stack">
              <DeskText name="since" type="date" label={t("desk.since")} />
              <DeskText name="until" type="date" label={t("desk.until")} />
              <div>
                <Button plain>{t("desk.declare")}</Button>
              </div>
            </div>
          </DeskForm>
        </details>
      )}
    </section>
  );
}

import { TextField } from "@/components/ui/field";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import type { Coverage } from "@/lib/balances/coverage/queries";
import type { FormState } from "@/lib/core/form";
import { dayName } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/messages";
import { ActForm } from "./act-form";

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
        <ActForm
          action={second}
          csrf={csrf}
          locale={locale}
          about={waiting.id}
          button={t("desk.coverageSecond")}
        />
      )}
      {coordinates && (
        <details open={!inForce && !waiting}>
          <summary>{t("desk.coverageDeclare")}</summary>
          <ActForm action={declare} csrf={csrf} locale={locale} button={t("desk.declare")} quiet>
            <TextField name="since" label={t("desk.since")} inputMode="numeric" />
            <TextField name="until" label={t("desk.until")} inputMode="numeric" />
          </ActForm>
        </details>
      )}
    </section>
  );
}

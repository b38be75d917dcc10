import { DeskArea, DeskSelect, DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import type { DeskVisit } from "@/lib/auth/session";
import { givers } from "@/lib/consent/schema";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { addHolder } from "./actions";

/** Who answers for the person and how that was checked: with it, two relatives are two and neither speaks for the other. */
export function NewHolder({ found, visit }: { found: CaseForDesk; visit: DeskVisit }) {
  const { csrf, locale } = visit;
  const t = translator(locale, "desk");
  return (
    <details className="form">
      <summary>{t("permission.addHolder")}</summary>
      <DeskForm
        id="quien"
        action={addHolder}
        csrf={csrf}
        locale={locale}
        hidden={{ caseId: found.caseId, reference: found.reference }}
        labels={{ how: t("opening.how") }}
      >
        <div className="stack">
          <div className="row2">
            <DeskSelect
              name="givenBy"
              label={t("opening.givenBy")}
              value="relative"
              choices={givers.map((value) => ({ value, label: t(`permission.givers.${value}`) }))}
            />
            <DeskSelect
              name="report"
              label={t("permission.ofReport")}
              empty={t("permission.noReport")}
              choices={found.reports.map((value, n) => ({ value, label: t("case.report", { n: n + 1 }) }))}
            />
          </div>
          <DeskText name="who" label={t("opening.who")} />
          <DeskArea name="how" label={t("opening.how")} />
          <div>
            <Button>{t("permission.submit")}</Button>
          </div>
        </div>
      </DeskForm>
    </details>
  );
}

import { EvidenceFields } from "@/components/desk/evidence-fields";
import { EvidenceList } from "@/components/desk/evidence-list";
import { DeskForm } from "@/components/desk/form";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { addOneEvidence } from "./actions";

/** What the case rests on, and the form for another item. */
export function Evidence({ found, visit }: { found: CaseForDesk; visit: DeskVisit }) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk");
  return (
    <section className="entry" id="pruebas">
      <h2>{t("evidence.title")}</h2>
      <EvidenceList evidence={found.evidence} locale={locale} />
      {may(staff, "evidence.add") && (
        <details className="form">
          <summary>{t("evidence.add")}</summary>
          <DeskForm
            id="prueba"
            action={addOneEvidence}
            csrf={csrf}
            locale={locale}
            hidden={{ caseId: found.caseId, reference: found.reference }}
            labels={{ title: t("evidence.itemTitle"), originName: t("source.name") }}
          >
            <div className="stack">
              <EvidenceFields prefix="" locale={locale} />
              <div>
                <Button>{t("evidence.submit")}</Button>
              </div>
            </div>
          </DeskForm>
        </details>
      )}
    </section>
  );
}

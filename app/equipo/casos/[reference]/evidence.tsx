import { EvidenceFields } from "@/components/desk/evidence-fields";
import { EvidenceList } from "@/components/desk/evidence-list";
import { DeskArea } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import type { EvidenceItem } from "@/lib/evidence/schema";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { addOneEvidence, withdrawOneEvidence } from "./actions";

/** What the case rests on, and the form for another item. */
export function Evidence({ found, visit }: { found: CaseForDesk; visit: DeskVisit }) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk");
  return (
    <section className="entry" id="pruebas">
      <h2>{t("evidence.title")}</h2>
      <EvidenceList
        evidence={found.evidence}
        locale={locale}
        acts={
          may(staff, "evidence.withdraw")
            ? (item) => <Withdrawing item={item} found={found} visit={visit} />
            : undefined
        }
      />
      {may(staff, "evidence.add") && (
        <details className="form">
          <summary data-key="V">
            {t("evidence.add")} <Key of="V" />
          </summary>
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

interface WithdrawingProps {
  item: EvidenceItem;
  found: CaseForDesk;
  visit: DeskVisit;
}

/** Takes an item out of what carries a verdict, with the reason; it stays to be read. */
function Withdrawing({ item, found, visit: { csrf, locale } }: WithdrawingProps) {
  const t = translator(locale, "desk");
  return (
    <details>
      <summary>{t("evidence.withdraw")}</summary>
      <DeskForm
        id={`retirar-${item.id}`}
        action={withdrawOneEvidence}
        csrf={csrf}
        locale={locale}
        hidden={{ caseId: found.caseId, reference: found.reference, evidenceId: item.id }}
        labels={{ why: t("evidence.withdrawWhy") }}
      >
        <DeskArea name="why" rows={2} label={t("evidence.withdrawWhy")} />
        <Button plain>{t("evidence.withdrawSubmit")}</Button>
      </DeskForm>
    </details>
  );
}

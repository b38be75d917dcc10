import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk, DeskFact } from "@/lib/vetting/cases/rules";
import { confirmLeaving, declineLeaving } from "./actions";

interface LeavingProps {
  fact: DeskFact;
  found: CaseForDesk;
  visit: DeskVisit;
}

/** A known fact: the way to correct or withdraw it, or, where somebody proposed withdrawing it, the second person's word. */
export function Leaving({ fact, found, visit }: LeavingProps) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk");
  const open = found.retractions.find(({ factId }) => factId === fact.id);
  if (!open) {
    return may(staff, "fact.record") ? (
      <p className="acts">
        <a href={`/equipo/casos/${found.reference}/hechos/${fact.id}`} data-key="E" data-only="reach">
          {t("fact.correct")} <Key of="E" />
        </a>
      </p>
    ) : null;
  }
  const isMine = open.proposedBy === staff.username;
  const hidden = { caseId: found.caseId, reference: found.reference, retractionId: open.id };
  return (
    <div className="acts">
      <p>
        <strong className="waits">{t("fact.leaving", { who: open.proposedBy, why: open.why })}</strong>
      </p>
      {!isMine && may(staff, "fact.confirm") && (
        <DeskForm
          id={`retirar-${open.id}`}
          action={confirmLeaving}
          csrf={csrf}
          locale={locale}
          hidden={hidden}
        >
          <Button data-key="C" data-only="reach">
            {t("fact.leaveYes")} <Key of="C" />
          </Button>
        </DeskForm>
      )}
      {(isMine || may(staff, "fact.confirm")) && (
        <DeskForm id={`queda-${open.id}`} action={declineLeaving} csrf={csrf} locale={locale} hidden={hidden}>
          <Button plain>{t("fact.leaveNo")}</Button>
        </DeskForm>
      )}
    </div>
  );
}

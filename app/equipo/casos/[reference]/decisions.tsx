import { DecisionCard } from "@/components/desk/decision-card";
import { DecisionDue } from "@/components/desk/decision-due";
import { DeskArea, DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { Button, ButtonLink } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { statusOf } from "@/lib/vetting/cases/rules";
import { moveReview, takeOne } from "./actions";

interface DecisionsProps {
  found: CaseForDesk;
  visit: DeskVisit;
}

/** The decisions of a case with the second person's word, when the one in force is due, and the way to the page where one is signed. */
export function Decisions({ found, visit }: DecisionsProps) {
  const { staff, locale } = visit;
  const t = translator(locale, "desk-decision");
  const isWaiting = found.decisions.some((decision) => decision.review === null);
  const open = found.decisions.length > 0 ? "openAgain" : "open";
  return (
    <section className="entry" id="decision">
      <h2>{t("title")}</h2>
      <Taking found={found} visit={visit} />
      <DecisionDue found={found} now={wallClock()} locale={locale} />
      {found.due?.decisionId && may(staff, "decision.date") && <Moving found={found} visit={visit} />}
      {may(staff, isWaiting ? "decision.review" : "decision.write") && (
        <p>
          <ButtonLink href={`/equipo/casos/${found.reference}/decision`} data-key="1">
            {t(isWaiting ? "openWaiting" : open)} <Key of="1" />
          </ButtonLink>
        </p>
      )}
      {found.decisions.length === 0 && <p className="empty">{t("none")}</p>}
      {found.decisions.map((decision) => (
        <DecisionCard
          key={decision.id}
          decision={decision}
          evidence={found.evidence}
          facts={found.facts}
          locale={locale}
        />
      ))}
    </section>
  );
}

/** A coordinator sets another day for the next review, with the reason. */
function Moving({ found, visit: { csrf, locale } }: DecisionsProps) {
  const t = translator(locale, "desk-decision");
  if (!found.due?.decisionId) return null;
  return (
    <details className="form">
      <summary>{t("due.change")}</summary>
      <DeskForm
        id="revisar"
        action={moveReview}
        csrf={csrf}
        locale={locale}
        hidden={{
          caseId: found.caseId,
          reference: found.reference,
          decisionId: found.due.decisionId,
        }}
        labels={{ day: t("due.day"), why: t("due.why") }}
      >
        <div className="row2">
          <DeskText name="day" type="date" label={t("due.day")} />
          <DeskArea name="why" rows={2} label={t("due.why")} />
        </div>
        <Button plain>{t("due.save")}</Button>
      </DeskForm>
    </details>
  );
}

/** A case is pending in the registry's own counts once somebody other than its opener takes it. */
function Taking({ found, visit: { staff, csrf, locale } }: DecisionsProps) {
  const t = translator(locale, "desk-decision");
  const proposed = found.facts.find(
    (fact) => fact.state === "pending_evaluation" && statusOf(fact) === "waiting",
  );
  if (!proposed) return null;
  if (proposed.recordedBy === staff.username) return <p className="note">{t("takeYours")}</p>;
  if (!may(staff, "fact.confirm")) return <p className="note">{t("takeTitle")}</p>;
  return (
    <DeskForm
      id="tomar"
      action={takeOne}
      csrf={csrf}
      locale={locale}
      hidden={{ caseId: found.caseId, reference: found.reference }}
    >
      <p>{t("takeTitle")}</p>
      <Button plain data-key="A" aria-keyshortcuts="A">
        {t("take")} <Key of="A" />
      </Button>
    </DeskForm>
  );
}

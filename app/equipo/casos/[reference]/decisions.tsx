import { DecisionCard } from "@/components/desk/decision-card";
import { DecisionFields } from "@/components/desk/decision-fields";
import { DeskForm } from "@/components/desk/form";
import { originText } from "@/components/desk/words";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { originsOf } from "@/lib/evidence/rules";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { statusOf } from "@/lib/vetting/cases/rules";
import { signDecision, takeOne } from "./actions";
import { Review } from "./review";

interface DecisionsProps {
  found: CaseForDesk;
  visit: DeskVisit;
}

/** Decisions with the second person's word, what agreement would change, and the form for a new one. */
export function Decisions({ found, visit }: DecisionsProps) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk");
  const isWaiting = found.decisions.some((decision) => decision.review === null);
  const origins = originsOf(
    [...found.grounds.factSources, ...found.evidence.filter((item) => !item.lead)],
    found.grounds.disappeared,
  );
  return (
    <section className="entry" id="decision">
      <h2>{t("decision.title")}</h2>
      <Taking found={found} visit={visit} />
      <p className="note">
        {origins.length === 0
          ? t("decision.originsNone")
          : t("decision.origins", { list: origins.map((one) => originText(one, locale)).join(", ") })}
      </p>
      {found.decisions.length === 0 && <p className="empty">{t("decision.none")}</p>}
      {found.decisions.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} evidence={found.evidence} locale={locale}>
          {decision.review === null && may(staff, "decision.review") && (
            <Review decision={decision} found={found} visit={visit} />
          )}
        </DecisionCard>
      ))}
      {!isWaiting && may(staff, "decision.write") && (
        <details className="form">
          <summary>{t("decision.write")}</summary>
          <DeskForm
            id="decidir"
            action={signDecision}
            csrf={csrf}
            locale={locale}
            hidden={{ caseId: found.caseId, reference: found.reference }}
            labels={{
              outcome: t("decision.outcome"),
              exclusion: t("decision.exclusionLabel"),
              reasoning: t("decision.reasoning"),
            }}
          >
            <DecisionFields evidence={found.evidence} locale={locale} />
            <p>
              <Button>{t("decision.submit")}</Button>
            </p>
          </DeskForm>
        </details>
      )}
    </section>
  );
}

/** A case is pending in the registry's own counts once somebody other than its opener takes it. */
function Taking({ found, visit: { staff, csrf, locale } }: DecisionsProps) {
  const t = translator(locale, "desk");
  const proposed = found.facts.find(
    (fact) => fact.state === "pending_evaluation" && statusOf(fact) === "waiting",
  );
  if (!proposed) return null;
  if (proposed.recordedBy === staff.username) return <p className="note">{t("decision.takeYours")}</p>;
  if (!may(staff, "fact.confirm")) return <p className="note">{t("decision.takeTitle")}</p>;
  return (
    <DeskForm
      id="tomar"
      action={takeOne}
      csrf={csrf}
      locale={locale}
      hidden={{ caseId: found.caseId, reference: found.reference }}
    >
      <p>{t("decision.takeTitle")}</p>
      <Button plain>{t("decision.take")}</Button>
    </DeskForm>
  );
}

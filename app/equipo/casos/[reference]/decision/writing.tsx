import { DecisionEffects } from "@/components/desk/decision-effect";
import { DecisionFields } from "@/components/desk/decision-fields";
import { restChoices } from "@/components/desk/decision-rests";
import { DeskForm } from "@/components/desk/form";
import { Key } from "@/components/desk/keys/key";
import { SIGN } from "@/components/desk/keys/rules";
import { dayText } from "@/components/desk/when";
import { Button } from "@/components/ui/button";
import type { DeskVisit } from "@/lib/auth/session";
import { dateInCaracas, startOfDay, wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { foreseeVerdict } from "@/lib/tallies/effect/queries";
import { draftOf } from "@/lib/vetting/cases/deciding/rules";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { reviewDay, reviewRuleOf } from "@/lib/vetting/review/rules";
import { signDecision } from "../actions";

interface WritingProps {
  found: CaseForDesk;
  visit: DeskVisit;
}

/** What each outcome would change, and the checklist, filled in with what the case already says. */
export async function Writing({ found, visit: { staff, csrf, locale } }: WritingProps) {
  const t = translator(locale, "desk-decision");
  const draft = draftOf(found, t("documentNoted"));
  const verified = await foreseeVerdict(staff, found.caseId, "verified_political", wallClock);
  const other = await foreseeVerdict(staff, found.caseId, "not_confirmed", wallClock);
  const ruled = (outcome: string) => {
    const rule = reviewRuleOf(outcome, found.grounds.disappeared);
    const day = dayText(startOfDay(reviewDay(rule, dateInCaracas(wallClock()))), locale);
    return { rule, day };
  };
  const from = draft.from === "returned" && draft.returned ? draft.returned : { who: "", note: "" };
  return (
    <>
      <DecisionEffects
        foreseen={[
          { of: "verified", what: verified },
          { of: "other", what: other },
        ]}
        locale={locale}
      />
      <section className="entry" id="decision">
        <h2>{t("open")}</h2>
        <p className="note">{t(`prefilled.${draft.from}`, from)}</p>
        <DeskForm
          id="decidir"
          action={signDecision}
          csrf={csrf}
          locale={locale}
          hidden={{ caseId: found.caseId, reference: found.reference }}
          labels={{
            outcome: t("outcome"),
            "identity.result": t("identity"),
            "deprivation.result": t("deprivation"),
            "exclusion.kind": t("exclusionLabel"),
            reasoning: t("reasoning"),
          }}
          mends={mendsOf(found.reference)}
        >
          <DecisionFields
            draft={draft}
            rests={restChoices(found.evidence, found.facts, locale)}
            days={{ positive: ruled("verified_political"), negative: ruled("out_of_scope") }}
            maySetDay={staff.role === "coordinator"}
            locale={locale}
          />
          <p>
            <Button data-key={SIGN}>
              {t("submit")} <Key of={SIGN} />
            </Button>
          </p>
        </DeskForm>
      </section>
    </>
  );
}

/** Where each thing that is missing can be mended: at its box, or on the page of the case. */
const mendsOf = (reference: string): Record<string, string> => ({
  identity_not_established: "#decidir-identity-result",
  deprivation_not_established: "#decidir-deprivation-result",
  findings_missing: "#decidir-findings-0-result",
  finding_unreasoned: "#decidir-findings-0-result",
  exclusion_applies: "#decidir-exclusion-kind",
  exclusion_unreasoned: "#decidir-exclusion-reasoning",
  outcome_contradicted: "#decidir-outcome",
  one_origin_only: `/equipo/casos/${reference}#pruebas`,
  no_source_outside_family: `/equipo/casos/${reference}#pruebas`,
  review_day_by_rule: "#decidir-nextReviewOn",
  review_day_past: "#decidir-nextReviewOn",
});

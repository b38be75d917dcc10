import { DecisionEffects } from "@/components/desk/decision-effect";
import { DeskForm } from "@/components/desk/form";
import { ReviewFields } from "@/components/desk/review-fields";
import type { DeskVisit } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { foreseeReview } from "@/lib/tallies/effect/queries";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { statusOf } from "@/lib/vetting/cases/rules";
import { reviewerRefusal } from "@/lib/vetting/review/rules";
import type { DecisionRow } from "@/lib/vetting/rules";
import { reviewOne } from "./actions";

interface ReviewProps {
  decision: DecisionRow;
  found: CaseForDesk;
  visit: DeskVisit;
}

/** What agreement would change and the second person's form, or the sentence that says why this reader may not be that person. */
export async function Review({ decision, found, visit }: ReviewProps) {
  const { staff, csrf, locale } = visit;
  const refusal = reviewerRefusal({
    author: decision.authoredBy,
    registrar: found.openedBy,
    recorders: decision.recorders,
    reviewer: staff,
    grave: found.grounds.grave,
  });
  if (refusal) {
    return (
      <p className="note">
        {translator(locale, "desk-decision")("cannot")} {translator(locale, "refusals")(refusal)}
      </p>
    );
  }
  const what = await foreseeReview(staff, decision.id, wallClock);
  return (
    <>
      <DecisionEffects foreseen={[{ of: "this", what }]} locale={locale} />
      <DeskForm
        id={`segunda-${decision.id}`}
        action={reviewOne}
        csrf={csrf}
        locale={locale}
        hidden={{ reference: found.reference, decisionId: decision.id }}
        mends={{
          one_origin_only: "#origenes",
          no_source_outside_family: "#origenes",
          deprivation_not_established: `/equipo/casos/${found.reference}#hechos`,
          findings_missing: `/equipo/casos/${found.reference}#pruebas`,
        }}
      >
        <ReviewFields
          waiting={found.facts.filter(
            (fact) =>
              statusOf(fact) === "waiting" &&
              fact.track !== "vetting" &&
              fact.state !== "died_in_custody" &&
              fact.recordedBy !== staff.username,
          )}
          locale={locale}
        />
      </DeskForm>
    </>
  );
}

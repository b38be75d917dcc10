import { DeskForm } from "@/components/desk/form";
import { ReviewFields } from "@/components/desk/review-fields";
import type { DeskVisit } from "@/lib/auth/session";
import { wallClock } from "@/lib/core/clock";
import { translator } from "@/lib/i18n/messages";
import { findHeld } from "@/lib/tallies/held/queries";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { statusOf } from "@/lib/vetting/cases/rules";
import { previewReview } from "@/lib/vetting/review/queries";
import type { DecisionRow } from "@/lib/vetting/rules";
import { reviewerRefusal } from "@/lib/vetting/rules";
import { reviewOne } from "./actions";

interface ReviewProps {
  decision: DecisionRow;
  found: CaseForDesk;
  visit: DeskVisit;
}

/** The second person's form, or the sentence that says why this reader may not be that person. */
export async function Review({ decision, found, visit }: ReviewProps) {
  const { staff, csrf, locale } = visit;
  const t = translator(locale, "desk");
  const refusal = reviewerRefusal({
    author: decision.authoredBy,
    registrar: found.openedBy,
    reviewer: staff,
    grave: found.grounds.grave,
  });
  if (refusal) {
    return (
      <p className="note">
        {t("decision.cannot")} {translator(locale, "refusals")(refusal)}
      </p>
    );
  }
  const difference = await previewReview(staff, decision.id, wallClock);
  const before = await findHeld(staff, wallClock);
  return (
    <DeskForm
      id={`segunda-${decision.id}`}
      action={reviewOne}
      csrf={csrf}
      locale={locale}
      hidden={{ reference: found.reference, decisionId: decision.id }}
    >
      <ReviewFields
        waiting={found.facts.filter(
          (fact) =>
            statusOf(fact) === "waiting" &&
            fact.track !== "vetting" &&
            fact.state !== "died_in_custody" &&
            fact.recordedBy !== staff.username,
        )}
        effect={difference === null ? null : { before, difference }}
        isNamed={found.naming.published}
        locale={locale}
      />
    </DeskForm>
  );
}

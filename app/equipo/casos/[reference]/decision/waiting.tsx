import { DecisionCard } from "@/components/desk/decision-card";
import type { DeskVisit } from "@/lib/auth/session";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import type { DecisionRow } from "@/lib/vetting/rules";
import { Review } from "../review";

interface WaitingProps {
  decision: DecisionRow;
  found: CaseForDesk;
  visit: DeskVisit;
}

/** The decision that waits, as its author reasoned it, and what is asked of the second person. */
export function Waiting({ decision, found, visit }: WaitingProps) {
  return (
    <section className="entry" id="decision">
      <DecisionCard decision={decision} evidence={found.evidence} facts={found.facts} locale={visit.locale}>
        <Review decision={decision} found={found} visit={visit} />
      </DecisionCard>
    </section>
  );
}

import type { DeskVisit } from "@/lib/auth/session";
import type { EvidenceItem } from "@/lib/evidence/schema";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import type { PieceShown } from "@/lib/vetting/evidence/queries";

/** What the parts of an item's page are about, and who looks. */
export interface ItemActsProps {
  item: EvidenceItem;
  file: PieceShown["file"];
  found: CaseForDesk;
  visit: DeskVisit;
}

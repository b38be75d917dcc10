import type { Stage } from "@/lib/cases/dossier/schema";
import type { Changeable } from "@/lib/consent/withdrawals/schema";
import type { ThreadMessage } from "../schema";

/** What the holder of a code may read of a report: where it stands and what was written to them. Never what was reported. */
export interface OpenedReport {
  stage: { stage: Stage; sentAt: Date };
  messages: ThreadMessage[];
  /** What this code permits and refuses, as last answered with it. */
  answers: Map<Changeable, { granted: boolean; at: Date }>;
  /** It is about a public page, and reports nobody. */
  isReply: boolean;
  /** Staff recorded who they are to the person. */
  standing: boolean;
  /** What two people verified last, for a holder with standing alone. */
  state: { state: string; sentAt: Date } | null;
  /** Takes the page with the name down, where this holder gave the name and it was named. */
  naming: string | null;
}

import type { Stage } from "@/lib/cases/dossier/schema";
import type { ThreadMessage } from "../schema";

/** What the holder of a code may read of a report: where it stands and what was written to them. Never what was reported. */
export interface OpenedReport {
  stage: { stage: Stage; sentAt: Date };
  messages: ThreadMessage[];
}

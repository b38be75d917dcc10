import { z } from "zod";

/** Why a known fact should be withdrawn, in somebody's words. */
export const retractionReason = z.string().trim().min(3).max(2000);

/** A proposal that waits for a second person, its reason opened. */
export interface OpenRetraction {
  id: string;
  factId: string;
  why: string;
  proposedBy: string;
  proposedAt: Date;
}

import { z } from "zod";
import { givers } from "@/lib/consent/schema";
import { requestKinds } from "@/lib/publication/withdrawals/schema";

/** What somebody asked for by telephone, letter or in person, as staff write it down. */
export const requestInput = z.strictObject({
  reference: z.string().trim().toUpperCase().min(1, "required").max(20),
  kind: z.enum(requestKinds),
  /** As what they speak; whether that was checked is not known, or they would have withdrawn it themselves. */
  asks: z.enum([...givers, "authority"]),
  words: z.string().trim().min(10, "required").max(2000),
});
export type RequestForm = z.input<typeof requestInput>;

/** The sealed words of a request. */
export const requestWords = requestInput.pick({ asks: true, words: true });
export type RequestWords = z.infer<typeof requestWords>;

export const verdictInput = z.strictObject({
  id: z.uuid(),
  granted: z.boolean(),
  why: z.string().trim().min(10, "required").max(2000),
});
export type VerdictInput = z.infer<typeof verdictInput>;

/** One request that is open, without words: as a row of the list. */
export interface OpenRequest {
  id: string;
  kind: string;
  /** Of the case; null where the report is in none, or its code was revoked. */
  reference: string | null;
  askedAt: Date;
  dueAt: Date;
  recordedBy: string;
  /** What one person would answer and who; waits for another. */
  proposed: { granted: boolean; by: string } | null;
}

/** Something that was taken back by whoever gave it, and acted at once. */
export interface ActedAtOnce {
  what: "name" | "count";
  reference: string;
  at: Date;
  by: string;
  /** The public page is gone, or the permission ended. */
  isDone: boolean;
}

/** An erasure that waits for a second coordinator, or was done. */
export interface ErasureRow {
  reference: string;
  proposedBy: string;
  proposedAt: Date;
  confirmedAt: Date | null;
}

import { z } from "zod";

/** How a report looks made up or sent in bulk. Such reports are queued apart; none is refused. */
export const suspicions = ["same_text", "burst", "same_name", "same_place", "impossible_date"] as const;
export type Suspicion = (typeof suspicions)[number];

/** What the views of the queue must know of a report's words, as numbers and marks of even length. */
export const marks = z.strictObject({
  under18: z.boolean(),
  /** The moment from which nobody says where the person is; null where it is known. */
  missingSince: z.int().nullable(),
  impossibleDate: z.boolean(),
  /** Equal for accounts that say the same; null for none or a short one. */
  text: z.string().nullable(),
  /** Equal for reports that describe one detention alike. */
  shape: z.string().nullable(),
  /** Equal for reports about one name, and for those from one place on one day; absent in marks of before. */
  name: z.string().nullable().default(null),
  place: z.string().nullable().default(null),
});
export type Marks = z.infer<typeof marks>;

/** The marks of one waiting report beside its place in the queue. */
export interface Leaf extends Marks {
  reportId: string;
  rank: number;
  receivedAt: Date;
}

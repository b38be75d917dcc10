import { z } from "zod";

/** What an item says of a fact. */
export const relations = ["supports", "contradicts"] as const;
export type Relation = (typeof relations)[number];

/** Why an item is tied to a fact, or no longer. */
export const tieReason = z.string().trim().min(3, { error: "required" }).max(2000);

export const tieInput = z.strictObject({
  factId: z.uuid({ error: "required" }),
  relation: z.enum(relations, { error: "required" }),
  why: tieReason,
});
export type TieInput = z.infer<typeof tieInput>;

/** That an item supports or contradicts a fact, as the desk shows it; it ends, and is never taken away. */
export interface Tie extends TieInput {
  id: string;
  by: string;
  at: Date;
  ended: { by: string; at: Date; why: string } | null;
}

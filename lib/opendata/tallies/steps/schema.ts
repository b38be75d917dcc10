import { z } from "zod";
import { balanceContent, balanceKind } from "@/lib/balances/schema";

const count = z.int().nonnegative();

/** A publication moment as lists and choices name it, without its numbers but the total. */
export const mark = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  kind: balanceKind,
  at: z.date(),
  known: z.date(),
  publishedAt: z.date(),
  total: count,
});
export type Mark = z.infer<typeof mark>;

/** How one published total became the next: the account a balance was signed with. `change` is null in the first of all. */
export const step = mark.extend({
  change: balanceContent.shape.change,
  corrects: balanceContent.shape.corrects,
  /** A later balance that corrects this one; this one stays as it was. */
  correctedBy: z.string().nullable(),
});
export type Step = z.infer<typeof step>;
export type Change = NonNullable<Step["change"]>;

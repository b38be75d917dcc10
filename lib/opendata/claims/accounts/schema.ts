import { z } from "zod";
import { account } from "@/lib/claims/accounts/schema";
import { claimId } from "../schema";

export type { Account } from "@/lib/claims/accounts/schema";

/** All accounts, those of one claimant, or those in which one figure stands. */
export const accountsQuery = z.strictObject({ claimant: claimId.optional(), claim: claimId.optional() });
export type AccountsQuery = z.infer<typeof accountsQuery>;

const perLocale = z.record(z.string(), z.string());

/** An account as the API answers it: numbers, and in each language the line, the notes and the page that print them. */
export const accountAnswer = account.extend({
  words: z.record(z.string(), z.strictObject({ arithmetic: z.string(), notes: z.array(z.string()) })),
  page: perLocale,
});

import { accountsOf } from "@/lib/claims/accounts/rules";
import type { Account } from "@/lib/claims/accounts/schema";
import { figuresOf, type Known } from "../queries";
import type { PublishedClaim } from "../schema";
import type { AccountsQuery } from "./schema";

const measures = ["held_now", "detained_in_period", "released_in_period", "newly_reported_in_period"];

/** Each account that the published ledger allows, newest first, and the figures they are made of. One claimant's ledger at a time. */
export async function listAccounts(
  { claimant, claim }: AccountsQuery,
  known: Known = null,
): Promise<{ accounts: Account[]; figures: ReadonlyMap<string, PublishedClaim> }> {
  const ledger = await figuresOf(measures, claimant, known);
  const accounts = accountsOf(ledger).filter((one) => !claim || figuresIn(one).includes(claim));
  return { accounts, figures: new Map(ledger.map((one) => [one.id, one])) };
}

const figuresIn = ({ opening, closing, movements, beside }: Account): string[] => [
  opening.claimId,
  closing.claimId,
  ...movements.map(({ claimId }) => claimId),
  ...beside,
];

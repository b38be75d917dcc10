import { accountsOf } from "@/lib/claims/accounts/rules";
import type { Account } from "@/lib/claims/accounts/schema";
import { open } from "@/lib/db/open";
import { type PublishedClaim, publishedClaim } from "../schema";
import type { AccountsQuery } from "./schema";

const measures = ["held_now", "detained_in_period", "released_in_period", "newly_reported_in_period"];

/** Each account that the published ledger allows, newest first, and the figures they are made of. One claimant's ledger at a time. */
export async function listAccounts({
  claimant,
  claim,
}: AccountsQuery): Promise<{ accounts: Account[]; figures: ReadonlyMap<string, PublishedClaim> }> {
  const rows = await open().publishedClaim.findMany({
    where: { measure: { in: measures }, ...(claimant && { claimant }) },
    select: { content: true },
    orderBy: { position: "asc" },
  });
  const ledger = rows.map(({ content }) => publishedClaim.parse(content));
  const accounts = accountsOf(ledger).filter((one) => !claim || figuresOf(one).includes(claim));
  return { accounts, figures: new Map(ledger.map((one) => [one.id, one])) };
}

const figuresOf = ({ opening, closing, movements, beside }: Account): string[] => [
  opening.claimId,
  closing.claimId,
  ...movements.map(({ claimId }) => claimId),
  ...beside,
];

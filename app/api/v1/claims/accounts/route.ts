import { openRoute, readQuery } from "@/lib/core/answer";
import { listAccounts } from "@/lib/opendata/claims/accounts/queries";
import { accountInWords } from "@/lib/opendata/claims/accounts/rules";
import { accountsQuery } from "@/lib/opendata/claims/accounts/schema";

export const dynamic = "force-dynamic";

/** The arithmetic of each organisation's own figures: two totals, the flows between them, and what the sources leave unexplained. */
export const GET = openRoute(async (request) => {
  const { accounts, figures } = await listAccounts(readQuery(request, accountsQuery));
  return { json: { items: accounts.map((account) => accountInWords(account, figures)), next: null } };
});

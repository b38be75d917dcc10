import { openRoute, readQuery } from "@/lib/core/answer";
import { listAccounts } from "@/lib/opendata/claims/accounts/queries";
import { accountsCsv } from "@/lib/opendata/claims/accounts/rules";
import { accountsQuery } from "@/lib/opendata/claims/accounts/schema";

export const dynamic = "force-dynamic";

/** The same accounts, one line a row. */
export const GET = openRoute(async (request) => {
  const { accounts } = await listAccounts(readQuery(request, accountsQuery));
  return { csv: accountsCsv(accounts), filename: "vigilia-claim-accounts.csv" };
});

import { type Client, connect } from "./connect";

/** The public's door: role `vigilia_public`, which can read schema `publication` and nothing else in the database. */
export const open = (): Pick<
  Client,
  | "publishedBalance"
  | "balanceFile"
  | "namedCase"
  | "namedCount"
  | "claimEdition"
  | "publishedClaim"
  | "publishedSite"
  | "$queryRaw"
> => connect("PUBLIC_DATABASE_URL");

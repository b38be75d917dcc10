import { createHmac } from "node:crypto";
import { readSecret } from "../up/secrets";

/** The logins of the registry besides its owner, one per trust zone. */
export const LOGINS = ["intake", "desk", "public", "worker", "backup"] as const;
export type Login = (typeof LOGINS)[number];

/** One connection address per role; `owner` migrates and never serves. */
export type Addresses = Record<Login | "owner", string>;

/** The name a login has inside PostgreSQL; migrations grant to these names. */
export function roleName(login: Login | "owner"): string {
  return `vigilia_${login}`;
}

/**
 * The password of a login. On a PostgreSQL of the operator's it follows from the owner's, so that several data directories
 * may share one server; on the embedded one each is random and kept in the data directory.
 */
export function passwordOf(login: Login, dataDir: string, ownerUrl: string | undefined): string {
  const ownerPassword = ownerUrl ? decodeURIComponent(new URL(ownerUrl).password) : "";
  if (ownerPassword === "") return readSecret(dataDir, `database-${login}`);
  return createHmac("sha256", ownerPassword).update(`vigilia login ${login}`).digest("base64url");
}

/** The addresses on the operator's own PostgreSQL: what is given wins, the rest follows from the owner's address. */
export function givenAddresses(
  ownerUrl: string,
  dataDir: string,
  env: Record<string, string | undefined> = process.env,
): Addresses {
  const address = (login: Login): string => {
    const given = env[`${login.toUpperCase()}_DATABASE_URL`];
    if (given) return given;
    const url = new URL(ownerUrl);
    url.username = roleName(login);
    url.password = passwordOf(login, dataDir, ownerUrl);
    return url.toString();
  };
  return {
    owner: ownerUrl,
    intake: address("intake"),
    desk: address("desk"),
    public: address("public"),
    worker: address("worker"),
    backup: address("backup"),
  };
}

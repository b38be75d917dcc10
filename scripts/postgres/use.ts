import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { signature, stillRuns, withLock } from "../bootstrap/lock.mjs";
import {
  type Addresses,
  givenAddresses,
  LOGINS,
  type Login,
  passwordOf,
  roleName,
} from "../database/addresses";
import { migrate } from "../database/migrate";
import { asLogin, makeLogins, makeOwner } from "../database/roles";
import { makeSecrets, readSecret } from "../up/secrets";
import { databaseAccount } from "./account";
import { findBinaries } from "./binaries";
import { Cluster } from "./cluster";
import { addressAt, choosePlace, type Place } from "./place";

const DATABASE = "vigilia";

/** A database somebody opened; `close` lets go of it, and the last to let go stops the embedded server. */
export type OpenDatabase = { addresses: Addresses; place: Place | null; close(): Promise<void> };

/**
 * Opens the database of a data directory: the operator's own when DATABASE_URL is set, otherwise the embedded one, which is
 * joined when it runs and started when it does not. Server and command line may come and go in any order: each leaves its
 * name under `run/` while it uses the server, and whoever leaves last turns it off.
 */
export async function openDatabase(dataDir: string): Promise<OpenDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return { addresses: givenAddresses(given, dataDir), place: null, close: async () => {} };
  }
  const account = databaseAccount();
  const place = await choosePlace(dataDir, account);
  makeSecrets(place.dataDir);
  const cluster = new Cluster(place, account, findBinaries(account));
  const users = join(place.dataDir, "run", "database-users");
  const lock = join(place.dataDir, "run", "database.lock");
  const mine = join(users, `${process.pid}-${Date.now()}`);

  await withLock(lock, async () => {
    mkdirSync(users, { recursive: true, mode: 0o700 });
    writeFileSync(mine, signature(), { mode: 0o600 });
    if (!cluster.exists) await cluster.initialise(readSecret(place.dataDir, "database-superuser"));
    await cluster.start();
    await makeOwnerOnce(place);
  });
  return {
    addresses: embeddedAddresses(place),
    place,
    close: () =>
      withLock(lock, async () => {
        rmSync(mine, { force: true });
        if (!someoneUses(users)) await cluster.stop();
      }),
  };
}

/**
 * Runs with an open, migrated database and closes it whatever happens, also on Ctrl-C.
 * What every operator command uses: it works while the server runs and while it does not.
 */
export async function withDatabase<T>(
  dataDir: string,
  run: (addresses: Addresses) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(dataDir);
  const onSignal = (signal: NodeJS.Signals) => {
    database.close().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
  };
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    await prepareDatabase(database.addresses);
    return await run(database.addresses);
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    await database.close();
  }
}

/** Logins first, since migrations grant to them; then the migrations. Answers the names of those applied now. */
export async function prepareDatabase(addresses: Addresses): Promise<string[]> {
  await makeLogins(addresses);
  return migrate(addresses.owner);
}

function someoneUses(users: string): boolean {
  return readdirSync(users).some((name) => {
    const file = join(users, name);
    const alive = stillRuns(readFileSync(file, "utf8"));
    if (!alive) rmSync(file, { force: true });
    return alive;
  });
}

async function makeOwnerOnce(place: Place): Promise<void> {
  const { owner } = embeddedAddresses(place);
  try {
    await asLogin(owner, (client) => client.query("SELECT 1"));
  } catch {
    const superuser = addressAt(
      place,
      "postgres",
      readSecret(place.dataDir, "database-superuser"),
      "postgres",
    );
    await makeOwner(superuser, readSecret(place.dataDir, "database-owner"), DATABASE);
  }
}

function embeddedAddresses(place: Place): Addresses {
  const at = (login: Login) =>
    addressAt(place, roleName(login), passwordOf(login, place.dataDir, undefined), DATABASE);
  const logins = Object.fromEntries(LOGINS.map((login) => [login, at(login)])) as Record<Login, string>;
  return {
    ...logins,
    owner: addressAt(place, roleName("owner"), readSecret(place.dataDir, "database-owner"), DATABASE),
  };
}

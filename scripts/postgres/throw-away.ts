import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { LOGINS, roleName } from "../database/addresses";
import { asLogin, makeOwner } from "../database/roles";
import { databaseAccount } from "./account";
import { findBinaries } from "./binaries";
import { Cluster } from "./cluster";
import { addressAt, choosePlace } from "./place";
import { prepareDatabase } from "./use";

const TEMPLATE = "vigilia_template";

export type ThrowAway = {
  databases: { template: string; superuser: string; logins: Record<string, string> };
  stop(): Promise<void>;
};

/** A PostgreSQL for tests: migrated into a template database, without durability, gone when stopped. */
export async function startThrowAway(directory: string): Promise<ThrowAway> {
  const account = databaseAccount();
  const place = await choosePlace(directory, account);
  const cluster = new Cluster(place, account, findBinaries(account), false);
  const word = "only-for-tests";
  const at = (login: string, database: string) => addressAt(place, login, word, database);
  const stop = async () => {
    await cluster.stop();
    rmSync(dirname(place.cluster), { recursive: true, force: true });
  };
  await cluster.initialise(word);
  await cluster.start();
  try {
    await makeOwner(at("postgres", "postgres"), word, TEMPLATE);
    const logins = Object.fromEntries(LOGINS.map((login) => [login, at(roleName(login), TEMPLATE)]));
    const owner = at(roleName("owner"), TEMPLATE);
    await prepareDatabase({ ...(logins as Record<(typeof LOGINS)[number], string>), owner });
    // A template that somebody is connected to cannot be copied.
    await asLogin(at("postgres", "postgres"), (client) =>
      client.query(`ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`),
    );
    const databases = {
      template: TEMPLATE,
      superuser: at("postgres", "postgres"),
      logins: { ...logins, owner },
    };
    return { databases, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

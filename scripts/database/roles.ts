import { Client } from "pg";
import { Stop } from "../bootstrap/progress.mjs";
import { type Addresses, LOGINS, type Login, roleName } from "./addresses";
import { scramVerifier } from "./scram";

const LIMITS: Record<Login, { statement: string; idle: string; lock: string }> = {
  public: { statement: "5s", idle: "10s", lock: "2s" },
  intake: { statement: "10s", idle: "30s", lock: "5s" },
  desk: { statement: "60s", idle: "60s", lock: "10s" },
  worker: { statement: "10min", idle: "5min", lock: "30s" },
  backup: { statement: "0", idle: "0", lock: "30s" },
};

/** Connects, runs, disconnects. */
export async function asLogin<T>(connectionString: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 15_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { hostname, port, username } = new URL(connectionString);
    const why =
      error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
    throw new Stop(`PostgreSQL at ${hostname}:${port || 5432} does not let ${username} in: ${why}`);
  }
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes the owner and its database on a server where we are superuser: the only thing ever done as superuser. */
export async function makeOwner(superuserUrl: string, password: string, database: string): Promise<void> {
  await asLogin(superuserUrl, async (client) => {
    await makeRole(client, roleName("owner"), password, "LOGIN CREATEROLE");
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${roleName("owner")}`);
    await client.query("REVOKE CONNECT, TEMP ON DATABASE postgres FROM PUBLIC");
  });
}

/**
 * Makes the logins of every trust zone and what holds for them whatever the migrations grant: their own password, short
 * limits, and the right to connect. Nobody else may connect or make temporary tables.
 */
export async function makeLogins(addresses: Addresses): Promise<void> {
  await asLogin(addresses.owner, async (client) => {
    await client.query("SELECT pg_advisory_lock(7160714)");
    await requireServer(client);
    const known = await client.query<{ rolname: string }>(
      "SELECT rolname FROM pg_roles WHERE rolname LIKE 'vigilia%'",
    );
    const database = (await client.query<{ name: string }>("SELECT quote_ident(current_database()) AS name"))
      .rows[0]?.name;
    for (const login of LOGINS) {
      const { username, password } = new URL(addresses[login]);
      if (decodeURIComponent(username) !== roleName(login)) continue;
      const exists = known.rows.some((row) => row.rolname === roleName(login));
      if (!exists || !(await worksAlready(addresses[login]))) {
        await makeRole(client, roleName(login), decodeURIComponent(password), "LOGIN");
      }
      const { statement, idle, lock } = LIMITS[login];
      await client.query(`ALTER ROLE ${roleName(login)} SET statement_timeout = '${statement}'`);
      await client.query(`ALTER ROLE ${roleName(login)} SET idle_in_transaction_session_timeout = '${idle}'`);
      await client.query(`ALTER ROLE ${roleName(login)} SET lock_timeout = '${lock}'`);
      // Compiling a count takes longer than the count.
      await client.query(`ALTER ROLE ${roleName(login)} SET jit = off`);
      await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${roleName(login)}`);
    }
    await client.query(`REVOKE CONNECT, TEMP ON DATABASE ${database} FROM PUBLIC`);
    await client.query("REVOKE ALL ON SCHEMA public FROM PUBLIC");
  });
}

async function makeRole(client: Client, role: string, password: string, options: string): Promise<void> {
  const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  const verb = found.rowCount === 0 ? "CREATE" : "ALTER";
  await client.query(`${verb} ROLE ${role} WITH ${options} PASSWORD '${scramVerifier(password)}'`);
}

async function worksAlready(address: string): Promise<boolean> {
  try {
    await asLogin(address, (client) => client.query("SELECT 1"));
    return true;
  } catch {
    return false;
  }
}

async function requireServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number; able: boolean }>(
    `SELECT current_setting('server_version_num')::int AS version,
            (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) AS able`,
  );
  const server = rows[0];
  if (!server || server.version < 150_000) throw new Stop("Vigilia needs PostgreSQL 15 or newer.");
  if (!server.able)
    throw new Stop("The owner in DATABASE_URL must be allowed to create roles (ALTER ROLE … CREATEROLE).");
}

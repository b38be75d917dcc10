import { Client, Pool, type QueryResultRow } from "pg";

/** Asks this file's own database as its owner, who sees everything: for assertions only, never to prepare what a command would. */
export async function asOwner<Row extends QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return asRole<Row>("OWNER", sql, values);
}

const pools = new Map<string, Pool>();

/** A few connections of each login for as long as they are asked often; idle, they hold back neither the process nor a copy. */
function poolOf(connectionString = ""): Pool {
  const known = pools.get(connectionString);
  if (known) return known;
  const pool = new Pool({ connectionString, idleTimeoutMillis: 300, allowExitOnIdle: true });
  // A database that is dropped takes its idle connections with it.
  pool.on("error", () => pools.delete(connectionString));
  pools.set(connectionString, pool);
  return pool;
}

/** Asks as one of the logins, to see what its role may and may not do. */
export async function asRole<Row extends QueryResultRow>(
  role: "OWNER" | "DESK" | "INTAKE" | "PUBLIC" | "WORKER" | "BACKUP",
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = await poolOf(process.env[`${role}_DATABASE_URL`]).connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    // Without the error: what is refused leaves the connection as good as it was.
    client.release();
  }
}

/** Writes as the desk's process does, with a trace of it in the same transaction: what remains to refuse is the sentence itself. */
export async function asDeskTraced(sql: string, values: unknown[] = []): Promise<void> {
  const client = new Client({ connectionString: process.env.DESK_DATABASE_URL });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT registry.append_audit(now(), 'carmen', 'test.written', NULL)");
    await client.query(sql, values);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

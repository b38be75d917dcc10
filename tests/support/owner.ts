import { Client, type QueryResultRow } from "pg";

/** Asks this file's own database as its owner, who sees everything: for assertions only, never to prepare what a command would. */
export async function asOwner<Row extends QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return asRole<Row>("OWNER", sql, values);
}

/** Asks as one of the logins, to see what its role may and may not do. */
export async function asRole<Row extends QueryResultRow>(
  role: "OWNER" | "DESK" | "INTAKE" | "PUBLIC" | "WORKER" | "BACKUP",
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: process.env[`${role}_DATABASE_URL`] });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
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

import type { Client } from "pg";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

interface Row {
  table: string;
  ids: string[];
  text: string;
}

/** Every row of the registry as text, with the ids that stand plain in it. */
async function rowsIn(owner: Client): Promise<Row[]> {
  const { rows: tables } = await owner.query(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('registry', 'publication')",
  );
  const found: Row[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query(`SELECT t::text AS text FROM ${name} t`);
    for (const { text } of rows) found.push({ table: name, ids: text.match(UUID) ?? [], text });
  }
  return found;
}

/**
 * Where somebody gets who holds the database and one number: from what the number gives, along every id that two rows share, row by
 * row. Answers the tables reached.
 */
export async function reachedFrom(owner: Client, lookup: Uint8Array): Promise<Set<string>> {
  const rows = await rowsIn(owner);
  const key = Buffer.from(lookup).toString("hex");
  const byId = new Map<string, Row[]>();
  for (const row of rows)
    for (const id of new Set(row.ids)) {
      const known = byId.get(id);
      if (known) known.push(row);
      else byId.set(id, [row]);
    }
  const reached = new Set(rows.filter(({ text }) => text.includes(key)));
  if (reached.size === 0) throw new Error("the number leads nowhere at all: nothing was looked at");
  for (const row of reached)
    for (const id of row.ids) for (const next of byId.get(id) ?? []) reached.add(next);
  return new Set([...reached].map(({ table }) => table));
}

import { Client } from "pg";
import type { Prisma } from "./generated/client";

/** A connection of the desk's role that also hears what any process committed. */
export interface Ear {
  ask<Row extends object>(sql: Prisma.Sql): Promise<Row[]>;
  close(): Promise<void>;
}

/**
 * Opens the desk's door once more, beside the pool, and hears a channel on it: notices come in the order of the commits. A door that falls
 * shut is told once and stays shut.
 */
export async function hearAtDesk(
  channel: "vigilia_index" | null,
  heard: (said: string) => void,
  lost: () => void,
): Promise<Ear> {
  const connectionString = process.env.DESK_DATABASE_URL;
  if (!connectionString) throw new Error("DESK_DATABASE_URL is not set: this process has no such door");
  const client = new Client({ connectionString, keepAlive: true });
  let isOpen = true;
  const shut = () => {
    if (isOpen) lost();
    isOpen = false;
  };
  client.on("error", shut);
  client.on("end", shut);
  client.on("notification", ({ payload }) => heard(payload ?? ""));
  await client.connect();
  if (channel) await client.query(`LISTEN ${channel}`);
  let last: Promise<unknown> = Promise.resolve();
  return {
    // One question after the other: a connection answers one at a time.
    ask: (sql) => {
      const answer = last.then(() => client.query({ text: sql.text, values: sql.values }));
      last = answer.catch(() => undefined);
      return answer.then(({ rows }) => rows);
    },
    close: async () => {
      isOpen = false;
      await client.end();
    },
  };
}

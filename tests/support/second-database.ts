import { Client } from "pg";
import { inject } from "vitest";
import { newId } from "@/lib/core/ids";
import { closeDoors } from "@/lib/db/connect";
import { makeCopy } from "./copy-database";

/**
 * Runs with the doors of lib/db open on an empty registry of its own beside the file's, as another organisation would have it; then
 * they lead back, and the other is gone.
 */
export async function inAnotherRegistry<T>(run: () => Promise<T>): Promise<T> {
  const { template, superuser } = inject("databases");
  const name = `vigilia_${newId().replaceAll("-", "").slice(-12)}`;
  await makeCopy(superuser, template, name);
  const doors = ["DESK_DATABASE_URL", "OWNER_DATABASE_URL"].map(
    (door) => [door, process.env[door] ?? ""] as const,
  );
  for (const [door, address] of doors) {
    const url = new URL(address);
    url.pathname = `/${name}`;
    process.env[door] = url.toString();
  }
  try {
    return await run();
  } finally {
    await closeDoors();
    for (const [door, address] of doors) process.env[door] = address;
    const client = new Client({ connectionString: superuser });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.end();
  }
}

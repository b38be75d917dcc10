import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StaffActor } from "@/lib/auth/actor";
import { contextOf } from "@/lib/people/queries";
import { openPersonKey } from "@/lib/vault/person";
import { sealUnder } from "@/lib/vault/seal";
import { asLogin } from "../../database/roles";
import { openDatabase } from "../../postgres/use";
import { inventedIdentity } from "./names";

const PAGE = 2000;

/**
 * Gives everybody of a registry made for measuring a name as people have them, and most a number: whoever was brought in for counting is
 * called alike. Done once in `dataDir`, as the owner and past every guard, which no running process can.
 */
export async function nameEverybody(dataDir: string, { keys }: StaffActor): Promise<void> {
  const made = join(dataDir, "bench-names.json");
  if (existsSync(made)) return;
  const database = await openDatabase(dataDir);
  try {
    await asLogin(database.addresses.owner, async (client) => {
      await client.query("ALTER TABLE registry.people DISABLE TRIGGER USER");
      let [after, done] = ["00000000-0000-0000-0000-000000000000", 0];
      for (;;) {
        const { rows } = await client.query<{ id: string; wrapped_key: Buffer; sex: string }>(
          `SELECT p.id, p.wrapped_key, (SELECT t.sex FROM registry.traits t WHERE t.person_id = p.id LIMIT 1) AS sex
           FROM registry.people p WHERE p.id > $1 AND p.wrapped_key IS NOT NULL ORDER BY p.id LIMIT ${PAGE}`,
          [after],
        );
        if (rows.length === 0) break;
        const sealed = rows.map(({ id, wrapped_key, sex }, at) =>
          Buffer.from(
            sealUnder(openPersonKey(keys, wrapped_key), inventedIdentity(done + at, sex), contextOf(id)),
          ),
        );
        await client.query(
          `UPDATE registry.people p SET identity = n.identity
           FROM unnest($1::uuid[], $2::bytea[]) AS n (id, identity) WHERE p.id = n.id`,
          [rows.map(({ id }) => id), sealed],
        );
        done += rows.length;
        after = rows.at(-1)?.id ?? after;
      }
      await client.query("ALTER TABLE registry.people ENABLE TRIGGER USER");
      await client.query("VACUUM ANALYZE registry.people");
    });
  } finally {
    await database.close();
  }
  writeFileSync(made, JSON.stringify({ named: true }));
}

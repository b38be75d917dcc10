import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

/** Copies a database whole. Two copies of one template at once are refused by PostgreSQL now and then: waits and tries again. */
export async function makeCopy(superuser: string, template: string, name: string): Promise<void> {
  const client = new Client({ connectionString: superuser });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER vigilia_owner`);
        break;
      } catch (error) {
        if (attempt === 20 || (error as { code?: string }).code !== "55006") throw error;
        await sleep(100);
      }
    }
    await client.query(`REVOKE CONNECT, TEMP ON DATABASE ${name} FROM PUBLIC`);
    for (const login of ["intake", "desk", "public", "worker", "backup"]) {
      await client.query(`GRANT CONNECT ON DATABASE ${name} TO vigilia_${login}`);
    }
  } finally {
    await client.end();
  }
}

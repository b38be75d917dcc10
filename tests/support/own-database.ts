import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { newId } from "@/lib/core/ids";
import { closeDoors } from "@/lib/db/connect";
import { makeCopy } from "./copy-database";

// Every test file of the project "db" gets a database of its own, a copy of the migrated template, before anything else of it
// is imported. The doors of lib/db find it through the environment, exactly as in production.
const { template, superuser, logins } = inject("databases");
const name = `vigilia_${newId().replaceAll("-", "").slice(-12)}`;
await makeCopy(superuser, template, name);

const address = (login: string): string => {
  const url = new URL(logins[login] ?? "");
  url.pathname = `/${name}`;
  return url.toString();
};
process.env.DESK_DATABASE_URL = address("desk");
process.env.INTAKE_DATABASE_URL = address("intake");
process.env.PUBLIC_DATABASE_URL = address("public");
process.env.WORKER_DATABASE_URL = address("worker");
process.env.BACKUP_DATABASE_URL = address("backup");
process.env.OWNER_DATABASE_URL = address("owner");
process.env.AUTH_SECRET = "a session secret that only tests have";
process.env.INTAKE_PEPPER = "a receipt pepper that only tests have";
process.env.FLOW_KEY = "a flow key that only tests have.....";

afterAll(async () => {
  await closeDoors();
  const client = new Client({ connectionString: superuser });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.end();
});

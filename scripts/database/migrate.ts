import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../bootstrap/install.mjs";
import { Stop } from "../bootstrap/progress.mjs";
import { withSchemaEngine } from "./engine";
import { asLogin } from "./roles";

/** Held by the one process that migrates; and by each script while it runs, also when the process that sent it is dead. */
const MIGRATING = 7160715;
const SCRIPT_RUNNING = 7160716;

const MIGRATIONS = join(ROOT, "prisma", "migrations");

export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The names of the migrations in the checkout, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(MIGRATIONS, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Brings the database to the migrations of this checkout, in order, each whole or not at all, and keeps the standard
 * `_prisma_migrations` table. Two processes at once wait for each other; one that was interrupted is tried again.
 * Answers the names it applied.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  return asLogin(ownerUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(${MIGRATING})`);
    await client.query(`SELECT pg_advisory_xact_lock(${SCRIPT_RUNNING})`);
    const { done, interrupted } = await recorded(client);
    if (migrationNames().every((name) => done.includes(name))) return [];
    return withSchemaEngine(
      ownerUrl,
      async (engine, failure) => {
        try {
          for (const migrationName of interrupted) await engine.markMigrationRolledBack({ migrationName });
          const list = { migrationsList: migrationsList(), filters: NO_FILTERS };
          return (await engine.applyMigrations(list)).appliedMigrationNames;
        } catch (error) {
          const why = failure.error ?? (error instanceof Error ? error : new Error(String(error)));
          throw new Stop(`The database could not be migrated; it is as it was before. ${why.message}`);
        }
      },
      { wrap: withItsRecord() },
    );
  });
}

/** A script and the record that it was applied are one transaction: killed at any moment, both stand or neither does. */
function withItsRecord(): (script: string) => string {
  const names = new Map(migrationNames().map((name) => [migrationSql(name), name]));
  return (script) => {
    const name = names.get(script);
    if (name === undefined) return script;
    return `SELECT pg_advisory_xact_lock(${SCRIPT_RUNNING});${script}
; UPDATE public._prisma_migrations SET finished_at = now()
   WHERE migration_name = '${name}' AND finished_at IS NULL AND rolled_back_at IS NULL;`;
  };
}

const migrationSql = (name: string) => readFileSync(join(MIGRATIONS, name, "migration.sql"), "utf8");

type Row = { name: string; finished: boolean };
type Queries = { query(sql: string): Promise<{ rows: Row[] }> };

async function recorded(client: Queries): Promise<{ done: string[]; interrupted: string[] }> {
  const table = await client.query(
    "SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = '_prisma_migrations'",
  );
  if (table.rows.length === 0) return { done: [], interrupted: [] };
  const { rows } = await client.query(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
       FROM public._prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const names = (finished: boolean) => rows.filter((row) => row.finished === finished).map((row) => row.name);
  return { done: names(true), interrupted: names(false) };
}

function migrationsList() {
  const lockfile = join(MIGRATIONS, "migration_lock.toml");
  return {
    baseDir: MIGRATIONS,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: migrationSql(path) },
      },
    })),
  };
}

import { beforeAll, describe, expect, it } from "vitest";
import { asOwner, asRole } from "../../support/owner";

interface Relation {
  schema: string;
  name: string;
  columns: string[];
}

let relations: Relation[];

beforeAll(async () => {
  relations = await asOwner<Relation & Record<string, unknown>>(
    `SELECT n.nspname AS schema, c.relname AS name, array_agg(a.attname::text) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      GROUP BY 1, 2`,
  );
});

const refused = /permission denied/;

/** Tries every column of every relation outside `publication`; answers those that could be read. */
async function readable(role: "PUBLIC" | "INTAKE"): Promise<string[]> {
  const open: string[] = [];
  for (const { schema, name, columns } of relations) {
    if (schema === "publication" && role === "PUBLIC") continue;
    for (const column of ["*", ...columns.map((each) => `"${each}"`)]) {
      await asRole(role, `SELECT ${column} FROM "${schema}"."${name}" LIMIT 1`).then(
        () => open.push(`${schema}.${name}.${column}`),
        (error: Error) => expect(error.message).toMatch(refused),
      );
    }
  }
  return open;
}

describe("the public role", () => {
  it("reads every relation of publication and no column of anything else", async () => {
    expect(relations.filter((relation) => relation.schema === "registry").length).toBeGreaterThan(25);
    const published = relations.filter((relation) => relation.schema === "publication");
    expect(published.length).toBeGreaterThan(3);
    for (const { schema, name } of published) await asRole("PUBLIC", `SELECT * FROM "${schema}"."${name}"`);
    expect(await readable("PUBLIC")).toEqual([]);
  }, 60_000);

  it("may run no function of the registry, and no table of it may be written", async () => {
    const functions = await asOwner<{ call: string; kind: string }>(
      `SELECT format('%I.%I', n.nspname, p.proname) AS call, has_function_privilege('vigilia_public', p.oid, 'EXECUTE')
              AND has_schema_privilege('vigilia_public', n.nspname, 'USAGE') AS kind
         FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('registry', 'publication', 'public')`,
    );
    expect(functions.length).toBeGreaterThan(8);
    expect(functions.filter((each) => each.kind)).toEqual([]);
    await expect(asRole("PUBLIC", "SELECT registry.append_audit(now(), 'x', 'x.x', NULL)")).rejects.toThrow(
      refused,
    );
    for (const { schema, name } of relations) {
      await expect(asRole("PUBLIC", `DELETE FROM "${schema}"."${name}"`)).rejects.toThrow(refused);
    }
  }, 60_000);

  it("reads no file of the server, makes nothing, and becomes nobody else", async () => {
    for (const sql of [
      "SELECT pg_read_file('postgresql.conf')",
      "COPY (SELECT 1) TO '/tmp/vigilia-probe'",
      "CREATE SCHEMA mine",
      "CREATE TEMP TABLE t (a int)",
      "SET ROLE vigilia_desk",
      "SET SESSION AUTHORIZATION vigilia_owner",
    ]) {
      await expect(asRole("PUBLIC", sql), sql).rejects.toThrow(/permission denied|must be/);
    }
  });
});

describe("the intake role", () => {
  it("reads no table at all, reports least of all", async () => {
    expect(await readable("INTAKE")).toEqual([]);
  }, 60_000);

  it("may call its own doors and nothing else of the registry's own", async () => {
    const may = await asOwner<{ name: string }>(
      `SELECT p.proname::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
        WHERE n.nspname = 'registry' AND d.objid IS NULL AND p.prorettype <> 'trigger'::regtype
          AND has_function_privilege('vigilia_intake', p.oid, 'EXECUTE') ORDER BY 1`,
    );
    expect(may.length).toBeGreaterThan(5);
    expect(may.filter(({ name }) => !name.startsWith("intake_"))).toEqual([]);
  });
});

describe("every role that serves", () => {
  it("is no superuser, owns nothing and passes no row security by", async () => {
    const rows = await asOwner<{ rolname: string }>(
      `SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'vigilia%' AND (rolsuper OR rolcreatedb OR rolreplication OR rolbypassrls)`,
    );
    expect(rows).toEqual([]);
    const owned = await asOwner(
      `SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('registry', 'publication') AND r.rolname <> 'vigilia_owner'`,
    );
    expect(owned).toEqual([]);
  });

  it("finds no moment without a zone anywhere", async () => {
    const bare = await asOwner(
      `SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema IN ('registry', 'publication') AND data_type = 'timestamp without time zone'`,
    );
    expect(bare).toEqual([]);
  });

  it("finds no default on any column that says when something was known", async () => {
    const defaults = await asOwner(
      `SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = 'registry' AND column_name LIKE 'known%' AND column_default IS NOT NULL`,
    );
    expect(defaults).toEqual([]);
  });
});

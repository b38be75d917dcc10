import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./bootstrap/install.mjs";
import { explain, Stop } from "./bootstrap/progress.mjs";
import { withSchemaEngine } from "./database/engine";
import { schemaFiles } from "./database/generate";
import { NO_FILTERS } from "./database/migrate";
import { withDatabase } from "./postgres/use";

/** `npm run migration:new NAME [GIT_REF]`: the SQL that leads from the schema at GIT_REF (default HEAD) to the one on disk. */
async function newMigration(name: string | undefined, ref = "HEAD"): Promise<string> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
    throw new Stop("Give it a name in small letters: npm run migration:new add_hearings");
  const now = schemaFiles();
  const before = schemaAt(ref);
  return withDatabase(join(ROOT, ".build", "diff"), ({ owner }) =>
    withSchemaEngine(
      owner,
      async (engine) => {
        const from = before.length
          ? { tag: "schemaDatamodel" as const, files: container(before) }
          : { tag: "empty" as const };
        const to = { tag: "schemaDatamodel" as const, files: container(now) };
        const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters: NO_FILTERS });
        if (!stdout || /empty migration/i.test(stdout))
          throw new Stop(`Nothing in prisma/ differs from ${ref}.`);
        const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
        const directory = join(ROOT, "prisma", "migrations", `${stamp}_${name}`);
        mkdirSync(directory, { recursive: true });
        writeFileSync(join(directory, "migration.sql"), stdout);
        return join(directory, "migration.sql");
      },
      { datamodels: now },
    ),
  );
}

function container(files: [string, string][]) {
  return files.map(([path, content]) => ({ path, content }));
}

function schemaAt(ref: string): [string, string][] {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const paths = git("ls-tree", "-r", "--name-only", ref, "prisma")
    .split("\n")
    .filter((path) => path.endsWith(".prisma"));
  return paths.map((path) => [join(ROOT, path), git("show", `${ref}:${path}`)]);
}

newMigration(process.argv[2], process.argv[3]).then(
  (file) => {
    console.log(
      `Written: ${file}\nRead it, and write ranges, constraints, triggers and grants by hand at its end.`,
    );
    process.exit(0);
  },
  (error: unknown) => process.exit(explain(error)),
);

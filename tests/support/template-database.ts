import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { generateClient } from "../../scripts/database/generate";
import { startThrowAway } from "../../scripts/postgres/throw-away";

declare module "vitest" {
  export interface ProvidedContext {
    databases: { template: string; superuser: string; logins: Record<string, string> };
  }
}

/**
 * One throw-away PostgreSQL for the whole run, migrated once into a template from which every test file copies its own
 * database in a few milliseconds.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), "vigilia-test-"));
  await generateClient();
  const server = await startThrowAway(directory);
  project.provide("databases", server.databases);
  return async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

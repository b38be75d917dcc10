import { explain, Stop, step } from "./bootstrap/progress.mjs";
import { generateClient } from "./database/generate";
import { openDatabase, prepareDatabase } from "./postgres/use";

/** `npm run migrate`: makes the logins and applies the migrations on DATABASE_URL, before new servers are started. */
async function main(): Promise<void> {
  if (!process.env.DATABASE_URL)
    throw new Stop("Set DATABASE_URL; the embedded database is migrated by `npm run up`.");
  await generateClient();
  const database = await openDatabase(process.env.VIGILIA_DATA_DIR ?? ".data");
  await step("Migrations", async () => `${(await prepareDatabase(database.addresses)).length} applied`);
  await database.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => process.exit(explain(error)),
);

import { explain, step } from "./bootstrap/progress.mjs";
import { generateClient } from "./database/generate";
import { build } from "./up/build";

/** `npm run build`: makes the client and the build when sources changed, as `npm run up` does. */
async function main(): Promise<void> {
  await step("Database client", generateClient);
  await step("Build", async () => ((await build()) ? "" : "nothing changed"));
}

main().then(
  () => process.exit(0),
  (error: unknown) => process.exit(explain(error)),
);

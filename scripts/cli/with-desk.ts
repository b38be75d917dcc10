import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { closeDoors } from "@/lib/db/connect";
import { Stop } from "../bootstrap/progress.mjs";
import { withDatabase } from "../postgres/use";
import { commandEnvironment } from "../up/environment";

/**
 * Runs a command on the installation in `dataDir`: joins its database or starts it, migrated, opens the doors of lib/db through
 * the environment and closes everything afterwards. A mistyped directory is refused: an empty registry made on the spot would
 * answer 0 to every question. Only commands that bring something in may make one.
 */
export async function withDesk<T>(
  dataDir: string,
  run: () => Promise<T>,
  { mayMake = false }: { mayMake?: boolean } = {},
): Promise<T> {
  const real = resolve(dataDir);
  if (!mayMake && !process.env.DATABASE_URL && !existsSync(join(real, "postgres-place.json")))
    throw new Stop(`There is no installation in ${real}. Give its --data-dir, or make one with npm run up.`);
  return withDatabase(real, async (addresses) => {
    Object.assign(process.env, commandEnvironment(real, addresses));
    delete process.env.DATABASE_URL;
    try {
      return await run();
    } finally {
      await closeDoors();
    }
  });
}

import { resolve } from "node:path";
import { closeDoors } from "@/lib/db/connect";
import { withDatabase } from "../postgres/use";
import { commandEnvironment } from "../up/environment";

/**
 * Runs a command on the installation in `dataDir`: joins its database or starts it, migrated, opens the doors of lib/db through
 * the environment and closes everything afterwards.
 */
export async function withDesk<T>(dataDir: string, run: () => Promise<T>): Promise<T> {
  const real = resolve(dataDir);
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

import { install, ROOT, requireNode } from "./bootstrap/install.mjs";
import { explain, step } from "./bootstrap/progress.mjs";

// Plain Node with nothing installed: what needs a library comes after `npm ci`, in up/main.ts.
try {
  requireNode();
  await install();
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: `${ROOT}/tsconfig.json` });
  // The typed client is made from prisma/ before anything that imports it is loaded.
  const { generateClient, isGenerated } = await import("./database/generate.ts");
  if (!isGenerated()) await step("Database client", generateClient);
  await import("./up/main.ts");
} catch (error) {
  process.exit(explain(error));
}

import { install, ROOT, requireNode } from "./bootstrap/install.mjs";
import { explain } from "./bootstrap/progress.mjs";

// Plain Node with nothing installed: what needs a library comes after `npm ci`, in up/main.ts.
try {
  requireNode();
  await install();
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: `${ROOT}/tsconfig.json` });
  await import("./up/main.ts");
} catch (error) {
  process.exit(explain(error));
}

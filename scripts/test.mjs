import { install, ROOT, requireNode } from "./bootstrap/install.mjs";
import { explain } from "./bootstrap/progress.mjs";

// Plain Node with nothing installed: the test tools themselves come with `npm ci`.
try {
  requireNode();
  await install({ withTestTools: true });
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: `${ROOT}/tsconfig.json` });
  await import("./test/main.ts");
} catch (error) {
  process.exit(explain(error));
}

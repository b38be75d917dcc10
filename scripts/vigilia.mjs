import { install, ROOT, requireNode } from "./bootstrap/install.mjs";
import { explain } from "./bootstrap/progress.mjs";

try {
  requireNode();
  await install({ out: process.stderr });
  process.env.TSX_TSCONFIG_PATH = `${ROOT}/tsconfig.json`;
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: `${ROOT}/tsconfig.json` });
  await import("./vigilia.ts");
} catch (error) {
  process.exit(explain(error));
}

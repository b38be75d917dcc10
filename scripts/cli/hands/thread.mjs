import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

// A thread reads TypeScript by itself: what the main thread registered does not reach it on every Node.
register({ tsconfig: fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)) });
await import("./work.ts");

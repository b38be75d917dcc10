import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

// A thread reads TypeScript by itself: what the desk's server runs is built, and no part of it.
register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });
await import("./work.ts");

import { join } from "node:path";
import { defineConfig } from "prisma/config";

// `generate`, `validate` and `format` are WebAssembly and need no engine; naming one stops the CLI from downloading it.
// Migrations never go through this CLI: see scripts/database.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: join(import.meta.dirname, "..", "prisma") });

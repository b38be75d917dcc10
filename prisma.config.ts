import { defineConfig } from "prisma/config";

// Generate, validate and format run on WebAssembly; this keeps the Prisma command line from fetching an engine it will not use.
// Migrations never go through it: scripts/database applies them with the WebAssembly engine.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma" });

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { Pool } from "pg";

const BARE_DATAMODEL: [string, string] = ["schema.prisma", 'datasource db {\n  provider = "postgresql"\n}\n'];

/** What the last script of a migration was refused for, in PostgreSQL's own words. */
export class ScriptFailure {
  error: Error | null = null;
}

/** What goes to PostgreSQL for a script that the engine hands over. */
type Wrapping = (script: string) => string;

/**
 * Runs with Prisma's own schema engine compiled to WebAssembly: nothing is downloaded, at set-up or later.
 * A migration goes to PostgreSQL as one script, so that it happens whole or not at all; the adapter by itself would cut
 * it at every semicolon, also inside functions.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  run: (engine: SchemaEngine, failure: ScriptFailure) => Promise<T>,
  {
    datamodels = [BARE_DATAMODEL],
    wrap = (script) => script,
  }: { datamodels?: [string, string][]; wrap?: Wrapping } = {},
): Promise<T> {
  const pool = new Pool({ connectionString, max: 3, idleTimeoutMillis: 0 });
  pool.on("error", () => {});
  const failure = new ScriptFailure();
  const factory = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool, failure, wrap));
  const engine = await (await loadEngine()).SchemaEngine.new({ datamodels }, () => {}, factory);
  try {
    return await run(engine, failure);
  } finally {
    engine.free();
    await pool.end();
  }
}

class WholeScripts extends PrismaPg {
  constructor(
    private readonly scripts: Pool,
    private readonly failure: ScriptFailure,
    private readonly wrap: Wrapping,
  ) {
    super(scripts);
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (written: string) => {
      const script = this.wrap(written);
      try {
        await this.scripts.query(script);
      } catch (error) {
        this.failure.error = located(error, script);
        throw error;
      }
    };
    return adapter;
  }
}

function located(error: unknown, script: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const position = Number((error as { position?: string }).position ?? 0);
  return position
    ? new Error(`line ${script.slice(0, position).split("\n").length}: ${error.message}`)
    : error;
}

type Glue = typeof import("@prisma/schema-engine-wasm") & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};
let loaded: Promise<Glue> | null = null;

function loadEngine(): Promise<Glue> {
  loaded ??= (async () => {
    const scope = globalThis as { PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void } };
    scope.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) };
    const glueFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as Glue;
    const { instance } = await WebAssembly.instantiate(readFileSync(glueFile.replace(/\.js$/, ".wasm")), {
      "./schema_engine_bg.js": withoutWaiting(glue as unknown as WebAssembly.ModuleImports),
    });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return glue;
  })();
  return loaded;
}

/** The engine leaves a lock timer of 10 s behind; it must not keep a finished command alive. */
function withoutWaiting(glue: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const name = Object.keys(glue).find((key) => key.startsWith("__wbg_setTimeout"));
  if (!name) return glue;
  return {
    ...glue,
    [name]: (run: () => void, milliseconds: number) => setTimeout(run, milliseconds >>> 0).unref(),
  };
}

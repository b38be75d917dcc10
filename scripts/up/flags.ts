import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../bootstrap/install.mjs";
import { Stop } from "../bootstrap/progress.mjs";

export type Flags = {
  port: number;
  host: string;
  dataDir: string;
  demo: boolean;
  demoStaff: boolean;
  build: boolean;
};

export const HELP = `npm run up -- [flags]

  --port N         the public and family pages; the desk gets N + 1 (default 3000)
  --host ADDRESS   where to listen (default 127.0.0.1; 0.0.0.0 for the whole network)
  --data-dir DIR   database, secrets and files (default .data)
  --demo           an invented population and staff, with a banner on every page
  --demo-staff     only the invented staff, for trying it on your own data
  --no-build       serve the last build as it is

DATABASE_URL (an owner that may create roles) uses a PostgreSQL of yours instead of the embedded one.`;

/** Reads the flags of \`npm run up\`; anything not understood is refused with the list of what is. */
export function readFlags(args: string[]): Flags | "help" {
  const { values } = parse(args);
  if (values.help) return "help";
  const port = Number(values.port ?? process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new Stop(`--port must be a number from 1 to 65534, not "${values.port}".`);
  return {
    port,
    host: values.host ?? "127.0.0.1",
    dataDir: resolve(ROOT, values["data-dir"] ?? ".data"),
    demo: values.demo ?? false,
    demoStaff: values["demo-staff"] ?? false,
    build: !(values["no-build"] ?? false),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        "data-dir": { type: "string" },
        demo: { type: "boolean" },
        "demo-staff": { type: "boolean" },
        "no-build": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}

import { join } from "node:path";
import { helplines } from "@/lib/core/env";
import { closeDoors } from "@/lib/db/connect";
import { tryLock } from "../bootstrap/lock.mjs";
import { explain, Stop, step } from "../bootstrap/progress.mjs";
import { type OpenDatabase, openDatabase, prepareDatabase } from "../postgres/use";
import { build, isBuilt, requireBuild } from "./build";
import { commandEnvironment, deskEnvironment, openEnvironment } from "./environment";
import { runFirstSteps } from "./first-data";
import { type Flags, HELP, readFlags } from "./flags";
import { requireAddresses } from "./hosts.mjs";
import { makeSecrets } from "./secrets";
import { requireFreePort, type Served, serve } from "./serve";

const closings: (() => unknown)[] = [];
let closing: Promise<void> | null = null;

/** Undoes what is open, newest first: servers, then the database, then the lock. Once, however often it is asked. */
function closeAll(): Promise<void> {
  closing ??= (async () => {
    for (const close of closings.splice(0).reverse()) await close();
  })();
  return closing;
}

/** Once everything is being closed nothing more is opened: whoever waits here is ended with the process. */
function unlessClosing(): Promise<void> {
  return closing === null ? Promise.resolve() : new Promise(() => {});
}

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags === "help") return console.log(HELP);
  const begun = performance.now();
  console.log(`Vigilia — ${flags.dataDir}`);
  requireOrStop();
  await requireFreePort(flags.port, flags.host, "public and family pages");
  await requireFreePort(flags.port + 1, flags.host, "desk");
  await step("Secrets", async () => {
    const made = makeSecrets(flags.dataDir);
    return made > 0 ? `${made} made` : "";
  });
  takeTheDataDirectory(flags.dataDir);
  if (flags.build) await buildWhenNeeded();
  else requireBuild();

  await unlessClosing();
  const database = await openAndMigrate(flags.dataDir);
  Object.assign(process.env, commandEnvironment(flags.dataDir, database.addresses));
  closings.push(closeDoors);
  await runFirstSteps(flags);
  await closeDoors();

  await unlessClosing();
  const [open, desk] = await startServers(flags, database);
  announce(flags, open, desk, performance.now() - begun);
  await Promise.race([open.ended, desk.ended]);
  await unlessClosing();
  throw new Stop("A server process ended by itself; everything is being stopped.");
}

function requireOrStop(): void {
  try {
    requireAddresses();
    helplines();
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
}

function takeTheDataDirectory(dataDir: string): void {
  const release = tryLock(join(dataDir, "run", "up.lock"));
  if (!release)
    throw new Stop(
      `Another "npm run up" is already serving ${dataDir}. Stop it, or give this one its own --data-dir.`,
    );
  closings.push(release);
}

async function buildWhenNeeded(): Promise<void> {
  if (isBuilt()) return;
  await step("Build", async () => {
    let waited = false;
    const built = await build(() => {
      waited = true;
    });
    return waited && !built ? "made by another process" : "";
  });
}

async function openAndMigrate(dataDir: string): Promise<OpenDatabase> {
  const opening = openDatabase(dataDir);
  closings.push(() => opening.then((database) => database.close()).catch(() => {}));
  await step("PostgreSQL", async () => {
    const { place } = await opening;
    return place ? (place.note ?? "") : "the one of DATABASE_URL";
  });
  const database = await opening;
  await step("Migrations", async () => {
    const applied = await prepareDatabase(database.addresses);
    return applied.length > 0 ? `${applied.length} applied` : "";
  });
  return database;
}

async function startServers(flags: Flags, { addresses }: OpenDatabase): Promise<[Served, Served]> {
  const { dataDir, host, port } = flags;
  const deskAddress = `http://localhost:${port + 1}`;
  const starting = [
    serve("open", port, host, openEnvironment(dataDir, addresses)),
    serve("desk", port + 1, host, deskEnvironment(dataDir, addresses, deskAddress)),
  ] as const;
  for (const one of starting) closings.push(() => one.then((served) => served.stop()).catch(() => {}));
  await step("Servers", () => Promise.all(starting));
  return Promise.all(starting);
}

function announce(flags: Flags, open: Served, desk: Served, milliseconds: number): void {
  const invented = flags.demo || flags.demoStaff;
  if (!process.env.FAMILY_ORIGIN && !invented) {
    console.warn(
      "\n  !! FAMILY_ORIGIN is not set: families would report at the address of the registry, where whoever watches the network" +
        "\n  !! can see that they did. Give /tramite a neutral host of its own before any family uses it (deploy/README.md).",
    );
  }
  console.log(`\nReady in ${(milliseconds / 1000).toFixed(1)} s. Stop with Ctrl-C.\n`);
  console.log(`  Registry (public)   ${open.address}/`);
  console.log(`  Family              ${process.env.FAMILY_ORIGIN ?? open.address}/tramite`);
  console.log(`  Desk (staff)        ${process.env.DESK_ORIGIN ?? desk.address}/equipo`);
  if (invented) console.log(`  Demo sign-ins       ${join(flags.dataDir, "demo-accounts.json")}`);
  console.log("");
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (closing === null) console.log("\nStopping…");
    closeAll().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
  });
}

main()
  .then(
    () => 0,
    async (error) => {
      await unlessClosing();
      return explain(error);
    },
  )
  .then(async (code) => {
    await closeAll();
    process.exit(code);
  });

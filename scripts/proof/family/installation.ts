import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { wallClock } from "@/lib/core/clock";
import { withDesk } from "../../cli/with-desk";
import { asLogin } from "../../database/roles";
import { type OpenDatabase, openDatabase } from "../../postgres/use";
import * as demoStaff from "../../steps/demo-staff";
import * as vocabularies from "../../steps/vocabularies";
import { openEnvironment } from "../../up/environment";
import { type Served, serve } from "../../up/serve";

/** A registry that receives: a data directory of its own with a vault and staff. */
export async function makeReception(dataDir: string): Promise<void> {
  const start = { dataDir, demo: false, demoStaff: true, clock: wallClock, progress: () => undefined };
  const make = async () => {
    for (const step of [vocabularies, demoStaff]) await step.run(start);
  };
  await withDesk(dataDir, make, { mayMake: true });
}

/** The database and the open process of a data directory, each of which may be killed and started again. */
export interface Reception {
  dataDir: string;
  address: string;
  database: OpenDatabase;
  server: Served;
}

export async function receive(dataDir: string, port: number): Promise<Reception> {
  const database = await openDatabase(dataDir);
  const server = await serveOpen(dataDir, database, port);
  return { dataDir, address: server.address, database, server };
}

/** The open process of a data directory; `events` gets what it has to say. */
export const serveOpen = (
  dataDir: string,
  { addresses }: OpenDatabase,
  port: number,
  events?: (line: string) => void,
): Promise<Served> => serve("open", port, "127.0.0.1", openEnvironment(dataDir, addresses), events);

export async function close({ server, database }: Reception): Promise<void> {
  await server.stop();
  await database.close();
}

/** SIGKILL to one process; false where nothing was left to kill. */
export function killOne(pid: number): boolean {
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    return false;
  }
}

/** SIGKILL to the server of a data directory's database and everything it started: as when the power goes. */
export function killDatabase(dataDir: string): boolean {
  const server = postmasterOf(dataDir);
  if (server === null) return false;
  for (const pid of [server, ...childrenOf(server)]) killOne(pid);
  return true;
}

/** The process number of a data directory's database server, or null where none is written down. */
export function postmasterOf(dataDir: string): number | null {
  const place = join(dataDir, "postgres-place.json");
  if (!existsSync(place)) return null;
  const { cluster } = JSON.parse(readFileSync(place, "utf8"));
  const file = join(cluster, "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

/** What a process has used of the processor, in seconds, with what its children that are over used. */
export function secondsOf(pid: number): number {
  const [, , , , , , , , , , , user = 0, system = 0, ended = 0, endedSystem = 0] = statOf(pid).map(Number);
  return (user + system + ended + endedSystem) / 100;
}

/** The same with every process it started. */
export const secondsOfAll = (pid: number): number =>
  [pid, ...childrenOf(pid)].reduce((sum, one) => sum + secondsOf(one), 0);

/** The same of the process that asks. */
export function processSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** How many reports are here. */
export const countReports = ({ addresses }: OpenDatabase): Promise<number> =>
  asLogin(addresses.owner, async (client) => {
    const { rows } = await client.query("SELECT count(*)::int AS many FROM registry.reports");
    return rows[0].many;
  });

/** What a process and those it started have in memory, in MiB. */
export const memoryOf = (pid: number): number =>
  [pid, ...childrenOf(pid)].reduce((sum, one) => {
    const [, kib = "0"] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, "utf8")) ?? [];
    return sum + Number(kib) / 1024;
  }, 0);

export const childrenOf = (pid: number): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => Number(statOf(child)[1]) === pid);

/** What /proc says of a process from its state on; empty for one that is gone. */
function statOf(pid: number): string[] {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

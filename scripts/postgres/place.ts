import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join, resolve, sep } from "node:path";
import { Stop } from "../bootstrap/progress.mjs";
import type { Account } from "./account";

/** Where the cluster of one data directory lives and how it is reached. */
export type Place = {
  dataDir: string;
  cluster: string;
  socketDir: string;
  /** Loopback TCP, only where a socket cannot be used; `null` means no TCP listener at all. */
  tcpPort: number | null;
  log: string;
  /** Said once to whoever starts it, when it is not simply under the data directory. */
  note: string | null;
};

const LONGEST_SOCKET_PATH = 100;

/** Makes the data directory (0700 unless the database account must pass through) and decides, once, where the cluster goes. */
export async function choosePlace(dataDir: string, account: Account): Promise<Place> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (account.spawnAs.uid !== undefined) chmodSync(dataDir, statSync(dataDir).mode | 0o111);
  const real = realpathSync(resolve(dataDir));
  const recorded = join(real, "postgres-place.json");
  if (existsSync(recorded)) {
    const before = JSON.parse(readFileSync(recorded, "utf8")) as Place;
    if (before.dataDir === real) return before;
    if (!leaveBehind(before, real)) return before;
  }

  const reachable = account.canEnter(real);
  const home = reachable
    ? real
    : `/var/lib/vigilia/${createHash("sha256").update(real).digest("hex").slice(0, 12)}`;
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const socketDir = join(home, "socket");
  const tcp = process.platform === "win32" || join(socketDir, ".s.PGSQL.5432").length > LONGEST_SOCKET_PATH;
  const place: Place = {
    dataDir: real,
    cluster: join(home, "postgres"),
    socketDir,
    tcpPort: tcp ? await freePort() : null,
    log: join(home, "postgres.log"),
    note: reachable ? null : `the database is kept in ${home}: the user ${account.name} cannot enter ${real}`,
  };
  writeFileSync(recorded, `${JSON.stringify(place, null, 2)}\n`, { mode: 0o600 });
  return place;
}

/**
 * A data directory that was moved or copied uses its own database, never the one where it came from: what pointed there, and what a
 * running server left in it, goes. False when its database was never inside and the directory only moved: there it stays.
 */
function leaveBehind(before: Place, real: string): boolean {
  const inside = before.cluster.startsWith(`${before.dataDir}${sep}`);
  if (!inside && !existsSync(before.dataDir)) return false;
  if (!inside)
    throw new Stop(
      `${real} is a copy of ${before.dataDir}, whose database is kept apart in ${before.cluster}: a copy of the directory alone has none. Use the original, or copy both and bring them in by export and import.`,
    );
  rmSync(join(real, "run"), { recursive: true, force: true });
  rmSync(join(real, "socket"), { recursive: true, force: true });
  rmSync(join(real, "postgres", "postmaster.pid"), { force: true });
  return true;
}

/** A TCP port that nobody listens on at this moment, on loopback. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? done(address.port) : fail(new Error("no port")),
      );
    });
  });
}

/** A connection address on this place, as one login. */
export function addressAt(place: Place, login: string, password: string, database: string): string {
  const credentials = `${encodeURIComponent(login)}:${encodeURIComponent(password)}`;
  if (place.tcpPort !== null) return `postgresql://${credentials}@127.0.0.1:${place.tcpPort}/${database}`;
  return `postgresql://${credentials}@localhost:5432/${database}?host=${encodeURIComponent(place.socketDir)}`;
}

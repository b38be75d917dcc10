import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Stop } from "../bootstrap/progress.mjs";
import type { Account } from "./account";
import type { Binaries } from "./binaries";
import type { Place } from "./place";
import { settings } from "./settings";

/**
 * One PostgreSQL of our own: initialised with SCRAM and checksums, started apart from this process group (so that Ctrl-C
 * or a killed parent never kills it mid-write) and stopped on purpose only.
 */
export class Cluster {
  constructor(
    readonly place: Place,
    private readonly account: Account,
    private readonly binaries: Binaries,
    private readonly durable = true,
  ) {}

  get exists(): boolean {
    return existsSync(join(this.place.cluster, "PG_VERSION"));
  }

  /** Initialises beside the final place and moves it there whole: an interrupted first start leaves nothing half made. */
  async initialise(superuserPassword: string): Promise<void> {
    const half = `${this.place.cluster}.new`;
    const temporary = `${this.place.cluster}.tmp`;
    for (const path of [half, temporary]) rmSync(path, { recursive: true, force: true });
    for (const path of [half, temporary, this.place.socketDir]) this.makeOwned(path);
    const passwordFile = join(temporary, "password");
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    this.account.own(passwordFile);
    try {
      await this.runs(
        this.binaries.initdb,
        [
          ...["--pgdata", half, "--username", "postgres", "--pwfile", passwordFile],
          ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--no-locale", "--data-checksums"],
          ...["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
          ...(this.durable ? [] : ["--no-sync"]),
        ],
        temporary,
      );
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
    renameSync(half, this.place.cluster);
  }

  /** Starts it and waits until it answers. Survives what a crash or power cut left behind. */
  async start(): Promise<void> {
    if (this.runningPid() !== null) return;
    this.forgetTheDead();
    this.makeOwned(this.place.socketDir);
    writeFileSync(join(this.place.cluster, "postgresql.auto.conf"), settings(this.place, this.durable), {
      mode: 0o600,
    });
    this.account.own(join(this.place.cluster, "postgresql.auto.conf"));
    closeSync(openSync(this.place.log, "a", 0o600));
    this.account.own(this.place.log);
    const args = [
      "start",
      "--pgdata",
      this.place.cluster,
      "--log",
      this.place.log,
      "--wait",
      "--timeout",
      "120",
      "--silent",
    ];
    try {
      await this.runs(this.binaries.pgCtl, args, this.place.cluster);
    } catch {
      const tail = readFileSync(this.place.log, "utf8").trim().split("\n").slice(-6).join("\n");
      throw new Stop(`The embedded PostgreSQL did not start. The end of ${this.place.log}:\n${tail}`);
    }
  }

  /** Stops it cleanly; open connections are ended, committed work is safe. */
  async stop(): Promise<void> {
    if (this.runningPid() === null) return;
    const args = [
      "stop",
      "--pgdata",
      this.place.cluster,
      "--mode",
      "fast",
      "--wait",
      "--timeout",
      "60",
      "--silent",
    ];
    await this.runs(this.binaries.pgCtl, args, this.place.cluster);
  }

  /** The process number of the living server of this very cluster, never of a stranger that got its number. */
  runningPid(): number | null {
    const pid = Number(this.readOr("postmaster.pid").split("\n")[0]);
    if (!pid) return null;
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") return null;
    }
    if (process.platform === "win32") return pid;
    return commandOf(pid).includes(this.place.cluster) ? pid : null;
  }

  private forgetTheDead(): void {
    rmSync(join(this.place.cluster, "postmaster.pid"), { force: true });
    rmSync(join(this.place.socketDir, ".s.PGSQL.5432"), { force: true });
    rmSync(join(this.place.socketDir, ".s.PGSQL.5432.lock"), { force: true });
  }

  private readOr(name: string): string {
    const file = join(this.place.cluster, name);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  private makeOwned(directory: string): void {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    this.account.own(directory);
  }

  private async runs(program: string, args: string[], cwd: string): Promise<void> {
    const env = {
      PATH: process.env.PATH ?? "",
      TMPDIR: cwd,
      LC_ALL: "C",
      TZ: "UTC",
      NODE_ENV: process.env.NODE_ENV,
    };
    const child = spawn(program, args, {
      ...this.account.spawnAs,
      cwd,
      env,
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
    });
    const said: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    const code = await new Promise<number | null>((done, fail) => {
      child.once("error", fail);
      child.once("exit", done);
    });
    child.stderr.destroy();
    if (code === 0) return;
    await sleep(10);
    throw new Stop(`${program} ended with code ${code}.\n${Buffer.concat(said).toString().trim()}`);
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
  return spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
}

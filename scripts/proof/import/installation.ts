import { execFileSync, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { wallClock } from "@/lib/core/clock";
import { inventedCase } from "../../bench/population";
import { ROOT } from "../../bootstrap/install.mjs";
import { withDesk } from "../../cli/with-desk";
import { withDatabase } from "../../postgres/use";
import * as demoStaff from "../../steps/demo-staff";
import { killDatabase } from "../family/installation";

/** A registry on disk with two coordinators, and its database in it. */
export interface Installation {
  dataDir: string;
}

/** When to kill: what, and how far into reading and staging or into confirming, measured by a run that was left alone. */
interface Aim {
  confirming: boolean;
  database: boolean;
  share: number;
  of: { stagedAfter: number; seconds: number };
}

export function writeFile(directory: string, people: number): string {
  const header = {
    type: "registry",
    version: 1,
    source: "proof",
    exportedAt: "2026-08-14T12:00:00Z",
    history: "keep",
  };
  const lines = [header, ...Array.from({ length: people }, (_, n) => inventedCase(n))];
  const file = join(directory, "registry.jsonl");
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return file;
}

export async function makeInstallation(dataDir: string): Promise<Installation> {
  const start = { dataDir, demo: false, demoStaff: true, clock: wallClock, progress: () => undefined };
  await withDesk(dataDir, () => demoStaff.run(start), { mayMake: true });
  return { dataDir };
}

/** The same installation, untouched, elsewhere: its database copied while nobody runs it. */
export async function freshCopy({ dataDir: from }: Installation, dataDir: string): Promise<Installation> {
  execFileSync("cp", ["-a", from, dataDir]);
  for (const own of ["postgres-place.json", "run", "socket"])
    rmSync(join(dataDir, own), { recursive: true, force: true });
  return { dataDir };
}

/** Whoever leaves a database last stops it; after a kill nobody did. */
export const stopDatabase = ({ dataDir }: Installation) => withDatabase(dataDir, async () => undefined);

export interface Run {
  code: number | null;
  killed: boolean;
  /** Everything was staged, and confirming had begun. */
  staged: boolean;
  stagedAfter: number;
  seconds: number;
  said: string;
}

/** Runs the command of operators, and kills it or its database where told. */
export async function importing({ dataDir }: Installation, file: string, aim: Aim | null): Promise<Run> {
  const accounts: { username: string; password: string }[] = JSON.parse(
    readFileSync(join(dataDir, "demo-accounts.json"), "utf8"),
  );
  const word = (username: string) => accounts.find((one) => one.username === username)?.password ?? "";
  const begun = performance.now();
  const since = () => (performance.now() - begun) / 1000;
  const names = ["--as", "carmen", "--second", "carlos", "--data-dir", dataDir];
  const child = spawn(
    process.execPath,
    [join(ROOT, "scripts", "vigilia.mjs"), "import-registry", file, ...names],
    {
      cwd: ROOT,
      env: { ...process.env, VIGILIA_PASSPHRASE: word("carmen"), VIGILIA_PASSPHRASE_SECOND: word("carlos") },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const run: Run = { code: null, killed: false, staged: false, stagedAfter: 0, seconds: 0, said: "" };
  const confirming = new Promise<void>((done) => {
    const read = (chunk: Buffer) => {
      run.said += chunk.toString();
      if (run.staged || !/^proof \(history: /m.test(run.said)) return;
      [run.staged, run.stagedAfter] = [true, since()];
      done();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
  });
  if (aim) {
    const { stagedAfter, seconds } = aim.of;
    const moment = aim.confirming
      ? confirming.then(() => sleep(aim.share * (seconds - stagedAfter) * 1000))
      : sleep(aim.share * stagedAfter * 1000);
    const first = await Promise.race([moment.then(() => "now"), ended.then(() => "over")]);
    if (first === "now") run.killed = aim.database ? killDatabase(dataDir) : child.kill("SIGKILL");
  }
  const late = setTimeout(() => child.kill("SIGKILL"), 600_000);
  run.code = await ended;
  clearTimeout(late);
  run.seconds = since();
  return run;
}

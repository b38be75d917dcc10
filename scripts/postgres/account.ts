import { spawnSync } from "node:child_process";
import { chownSync } from "node:fs";
import { Stop } from "../bootstrap/progress.mjs";

/** Who runs the embedded PostgreSQL: this user, or the system user `postgres` when we are root. */
export type Account = {
  name: string;
  spawnAs: { uid?: number; gid?: number };
  own(path: string): void;
  canEnter(directory: string): boolean;
  canRun(program: string): boolean;
};

/** PostgreSQL refuses to run as root: then the system user `postgres` is used, and made when there is none. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0)
    return { name: "this user", spawnAs: {}, own() {}, canEnter: () => true, canRun: () => true };
  const uid = idOf("-u") ?? createUser();
  const gid = idOf("-g") ?? uid;
  const asks = (test: string, path: string) =>
    spawnSync("/bin/sh", ["-c", `${test} "$1"`, "sh", path], { uid, gid, cwd: "/", stdio: "ignore" })
      .status === 0;
  return {
    name: "postgres",
    spawnAs: { uid, gid },
    own: (path) => chownSync(path, uid, gid),
    canEnter: (directory) => asks("cd", directory),
    canRun: (program) => asks("test -x", program),
  };
}

function idOf(flag: "-u" | "-g"): number | null {
  const answer = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout.trim()) : null;
}

function createUser(): number {
  const attempts: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]],
    ["adduser", ["-S", "-D", "-H", "postgres"]],
  ];
  for (const [program, args] of attempts) {
    spawnSync(program, args, { stdio: "ignore" });
    const uid = idOf("-u");
    if (uid !== null) return uid;
  }
  throw new Stop(
    "PostgreSQL does not run as root, and the system user `postgres` could not be made. Run as an ordinary user.",
  );
}

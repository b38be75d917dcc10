import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * When the process with this number began, so that a number reused after a crash is not taken for the old one.
 * `null` where it does not run; "alive" where the system does not tell.
 */
export function birthOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : (fields[19] ?? "alive");
  } catch {
    return process.platform === "linux" ? null : "alive";
  }
}

/** The text that stands for this process in a lock file. */
export function signature(pid = process.pid) {
  return `${pid} ${birthOf(pid)}`;
}

/** Whether the process that wrote this signature still runs. */
export function stillRuns(text) {
  const [pid, birth] = text.trim().split(" ");
  const now = birthOf(Number(pid));
  return now !== null && (birth === now || birth === "alive");
}

/**
 * Takes a lock file or answers `null` when a living process holds it. A lock left by a dead process is taken over.
 * The returned function gives it back.
 */
export function tryLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, signature(), { flag: "wx", mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = holderOf(file);
    if (holder !== "" && stillRuns(holder)) return null;
    if (holder !== "") removeStale(file, holder);
  }
  return null;
}

/** Moves a dead holder's file away first: if another process took the lock meanwhile, its file goes back. */
function removeStale(file, holder) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, "utf8") === holder) rmSync(aside);
  else renameSync(aside, file);
}

function holderOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Waits for the lock, runs, gives it back whatever happens. */
export async function withLock(file, run, { onWait = () => {}, seconds = 900 } = {}) {
  const deadline = Date.now() + seconds * 1000;
  let release = tryLock(file);
  if (!release) onWait();
  while (!release) {
    if (Date.now() > deadline) throw new Error(`Another process has held ${file} for ${seconds} s.`);
    await sleep(150);
    release = tryLock(file);
  }
  try {
    return await run();
  } finally {
    release();
  }
}

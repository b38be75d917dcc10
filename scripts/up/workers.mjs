import cluster from "node:cluster";
import { availableParallelism, totalmem } from "node:os";

/** What one worker comes to need, and how many are worth having in front of one database. */
const MEMORY = 1.5 * 2 ** 30;
const MOST = 8;

/**
 * How many processes answer for one surface: for the open one, as many as there are processors and memory for, since drawing pages is
 * what costs and one process draws on one processor; `VIGILIA_WORKERS` says otherwise. The desk's index is in the memory of one.
 */
export function workersFor(surface) {
  if (surface !== "open") return 1;
  const told = Number(process.env.VIGILIA_WORKERS);
  if (Number.isInteger(told) && told > 0) return told;
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(totalmem(), limit) : totalmem();
  return Math.max(1, Math.min(availableParallelism(), MOST, Math.floor(memory / MEMORY)));
}

/** Keeps that many workers behind one port. One that dies is replaced at once, and those who wait at the others notice nothing. */
export function serveByMany(workers) {
  let ending = false;
  const births = [];
  const bear = () => cluster.fork({ VIGILIA_WORKER_OF: String(workers) });
  cluster.on("exit", () => {
    if (ending) {
      if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(0);
      return;
    }
    // Workers that die as soon as they are born would hide that nothing works: whoever started this must see it end.
    births.push(Date.now());
    if (births.filter((moment) => moment > Date.now() - 60_000).length > 5 * workers) process.exit(1);
    bear();
  });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      ending = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
      setTimeout(() => process.exit(0), 6000).unref();
    });
  }
  for (let worker = 0; worker < workers; worker++) bear();
}

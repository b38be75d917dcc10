import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Hands, ownHands } from "@/lib/cases/exchange/hands/commands";

export type Asked = { id: number } & {
  [What in keyof Hands]: { what: What; given: Parameters<Hands[What]> };
}[keyof Hands];
export type Told = { id: number; value: unknown } | { id: number; error: unknown };

/** A thread's young objects in megabytes: a page of cases dies young, and must not be copied twice before it does. */
const YOUNG = 64;
/** More threads than the database can follow help nobody. */
const MOST = 4;
/** A file of fewer lines is done before a thread has learnt to read. */
const WORTH_IT = 2000;

/**
 * Runs an import of so many lines with as many hands as the machine has cores, each a thread of its own, and lets them go afterwards.
 * The vault's keys are lent to them in memory, as to the command itself. A short file is left to whoever asks.
 */
export async function withHands<Outcome>(
  lines: number,
  run: (hands: Hands) => Promise<Outcome>,
): Promise<Outcome> {
  if (lines < WORTH_IT) return run(ownHands);
  const threads = Array.from({ length: Math.min(MOST, availableParallelism()) }, () => new Thread());
  // While cases are made the database writes them, and has a core to itself.
  const makers = threads.slice(0, Math.max(1, threads.length - 1));
  const ask = <What extends keyof Hands>(what: What, given: Parameters<Hands[What]>) => {
    const [least] = (what === "make" ? makers : threads).toSorted((a, b) => a.waiting - b.waiting);
    if (!least) throw new Error("no thread");
    return least.ask(what, given) as ReturnType<Hands[What]>;
  };
  try {
    return await run({
      judge: (...given) => ask("judge", given),
      seal: (...given) => ask("seal", given),
      make: (...given) => ask("make", given),
    });
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** One thread and what it was asked; when it dies, everything it was asked has failed. */
class Thread {
  private readonly worker = new Worker(new URL("./thread.mjs", import.meta.url), {
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  private readonly asked = new Map<
    number,
    { done: (value: unknown) => void; fail: (error: unknown) => void }
  >();
  private count = 0;

  constructor() {
    this.worker.on("message", (told: Told) => {
      const one = this.asked.get(told.id);
      this.asked.delete(told.id);
      if ("error" in told) one?.fail(told.error);
      else one?.done(told.value);
    });
    this.worker.on("error", (error) => this.failAll(error));
    this.worker.on("exit", () => this.failAll(new Error("a thread of the import ended")));
  }

  get waiting(): number {
    return this.asked.size;
  }

  ask(what: keyof Hands, given: readonly unknown[]): Promise<unknown> {
    const id = this.count++;
    return new Promise((done, fail) => {
      this.asked.set(id, { done, fail });
      this.worker.postMessage({ id, what, given });
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private failAll(error: Error): void {
    for (const { fail } of this.asked.values()) fail(error);
    this.asked.clear();
  }
}

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { StaffActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { logFailure } from "@/lib/core/log";
import { Refusal } from "@/lib/core/refusal";
import type { IndexState } from "./schema";
import type { Asked, KeysLent, Told, ToThread } from "./thread/schema";

/** Enough for many more people than any registry has; a thread that wants more ends, and the desk stays. */
const MOST_MEGABYTES = 1024;

/** The thread of this process, shared by every part of the desk however often the framework loads this file. */
const place = globalThis as { vigiliaIndex?: Thread };

/**
 * While somebody who may see people is signed in there is an index of their names, in memory, in a thread of its own; calling this again
 * costs nothing. The keys are lent to that thread and wiped with it.
 */
export function keepIndex(staff: StaffActor): void {
  if (!may(staff, "case.read") && !may(staff, "report.open")) return;
  if (place.vigiliaIndex?.isOf(staff.keys.vaultId)) return;
  dropIndex();
  place.vigiliaIndex = new Thread(staff);
}

/** Nobody is signed in: the keys are wiped, the thread ends, and its memory goes back. */
export function dropIndex(): void {
  place.vigiliaIndex?.end();
  delete place.vigiliaIndex;
}

/** How far the index of this process is. */
export const indexState = (): IndexState => place.vigiliaIndex?.state ?? { state: "off" };

/** What people looked for lately, by a word of chance; it goes with the index. */
export const rememberedHere = (): Map<string, Remembered> => place.vigiliaIndex?.remembered ?? new Map();

/** Asks the index, once it has read everybody. Nobody but the queries beside this, which know who asks, may use it. */
export function askIndex(staff: StaffActor, asked: Asked): Promise<unknown> {
  keepIndex(staff);
  const { vigiliaIndex } = place;
  if (!vigiliaIndex) throw new Error("no index for whoever may see nobody");
  return vigiliaIndex.ask(asked);
}

interface Remembered {
  who: string;
  words: string;
  at: number;
}

class Thread {
  readonly remembered = new Map<string, Remembered>();
  state: IndexState = { state: "building", done: 0, total: 0 };
  private readonly worker: Worker;
  private readonly keys: KeysLent;
  private readonly asked = new Map<
    number,
    { done: (answer: unknown) => void; fail: (error: Error) => void }
  >();
  private count = 0;

  constructor({ keys }: StaffActor) {
    this.keys = lend(keys);
    this.worker = new Worker(join(process.cwd(), "scripts/index/thread.mjs"), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 96 },
    });
    this.worker.unref();
    this.worker.on("message", (told: Told) => this.told(told));
    this.worker.on("error", (error) => this.died(error));
    this.worker.on("exit", () => this.died(new Error("the index ended")));
    this.post({ open: this.keys });
  }

  isOf(vaultId: string): boolean {
    return this.keys.vaultId === vaultId;
  }

  ask(asked: Asked): Promise<unknown> {
    const id = this.count++;
    return new Promise((done, fail) => {
      this.asked.set(id, { done, fail });
      this.worker.ref();
      this.post({ id, asked });
    });
  }

  end(): void {
    for (const key of [this.keys.privateKey, this.keys.root]) key.fill(0);
    void this.worker.terminate();
  }

  private post(message: ToThread): void {
    this.worker.postMessage(message);
  }

  private told(told: Told): void {
    if ("state" in told) {
      this.state = told.state;
      return;
    }
    const one = this.asked.get(told.id);
    this.asked.delete(told.id);
    if (this.asked.size === 0) this.worker.unref();
    if ("answer" in told) {
      one?.done(told.answer);
      return;
    }
    logFailure("index_failed", { name: told.failed }, { zone: "desk" });
    one?.fail(new Refusal("index_away"));
  }

  private died(error: Error): void {
    if (place.vigiliaIndex === this) {
      logFailure("index_died", error, { zone: "desk" });
      dropIndex();
    }
    for (const { fail } of this.asked.values()) fail(new Refusal("index_away"));
    this.asked.clear();
  }
}

/** The keys in memory that both threads see, so that wiping them here wipes them there. */
function lend({ vaultId, ...keys }: StaffActor["keys"]): KeysLent {
  const shared = (key: Uint8Array) => {
    const lent = new Uint8Array(new SharedArrayBuffer(key.length));
    lent.set(key);
    return lent;
  };
  return {
    vaultId,
    publicKey: shared(keys.publicKey),
    privateKey: shared(keys.privateKey),
    root: shared(keys.root),
  };
}

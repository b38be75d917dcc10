import { setTimeout as wait } from "node:timers/promises";
import { workersHere } from "./env";
import { Refusal } from "./refusal";

/** For all the workers of one address together: a turn costs some ten milliseconds of a processor, so nobody eats the machine. */
const BURST = 40;
const EVERY_MS = 50;
/** A queue that is empty again within a minute. */
const WAITING = 1200;

interface Lane {
  /** Moment (ms, monotonic) at which the next turn beyond the burst is free. */
  next: number;
  waiting: number;
}

const lanes = new Map<string, Lane>();

/**
 * Runs something at a bounded pace for the whole address, in the order asked: a burst at once, then twenty a second.
 * Keyed by what is done and never by who does it, so no address is looked at, and everybody gets their turn.
 */
export async function inTurn<T>(lane: string, run: () => Promise<T>): Promise<T> {
  const state = lanes.get(lane) ?? { next: Number.NEGATIVE_INFINITY, waiting: 0 };
  lanes.set(lane, state);
  const workers = workersHere();
  if (state.waiting >= WAITING / workers) throw new Refusal("server_busy");
  const now = performance.now();
  const every = EVERY_MS * workers;
  state.next = Math.max(state.next, now - (BURST / workers) * every) + every;
  const pause = state.next - now;
  if (pause > 0) {
    state.waiting++;
    await wait(pause).finally(() => state.waiting--);
  }
  return run();
}

/** A promise whose failure is asked for later, by whoever awaits it. */
export function noticed<Outcome>(promise: Promise<Outcome>): Promise<Outcome> {
  promise.catch(() => undefined);
  return promise;
}

import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "./refusal";

const BURST = 40;
const EVERY_MS = 200;
const WAITING = 200;

interface Lane {
  /** Moment (ms, monotonic) at which the next turn beyond the burst is free. */
  next: number;
  waiting: number;
}

const lanes = new Map<string, Lane>();

/**
 * Runs something at a bounded pace for the whole process, in the order asked: a burst at once, then five a second.
 * Keyed by what is done and never by who does it, so no address is looked at, and everybody gets their turn.
 */
export async function inTurn<T>(lane: string, run: () => Promise<T>): Promise<T> {
  const state = lanes.get(lane) ?? { next: Number.NEGATIVE_INFINITY, waiting: 0 };
  lanes.set(lane, state);
  if (state.waiting >= WAITING) throw new Refusal("server_busy");
  const now = performance.now();
  state.next = Math.max(state.next, now - BURST * EVERY_MS) + EVERY_MS;
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

import { hashRaw } from "@node-rs/argon2";
import { Refusal } from "@/lib/core/refusal";
import { type Bytes, bytes } from "./sodium";

interface Cost {
  memoryKiB: number;
  passes: number;
  /** How many at once, and how many may wait: beyond, `server_busy`, so that guessing cannot eat the machine. */
  atOnce: number;
  waiting: number;
}

/**
 * Receipt codes: 63 random bits behind it, so a moderate cost; families wait for it on every visit. When reports burst, two thousand
 * families wait ten seconds rather than being sent away.
 */
export const RECEIPT: Cost = { memoryKiB: 19 * 1024, passes: 2, atOnce: 2, waiting: 2048 };
/** Staff passphrases: the only thing between a seized database and the vault. */
export const PASSPHRASE: Cost = { memoryKiB: 64 * 1024, passes: 3, atOnce: 2, waiting: 128 };

const lanes = new Map<Cost, { running: number; queue: (() => void)[] }>();

/** Argon2id of a secret, at most `atOnce` at a time in this process. */
export async function argon2id(
  secret: string | Uint8Array,
  salt: Uint8Array,
  length: number,
  cost: Cost,
): Promise<Bytes> {
  const lane = lanes.get(cost) ?? { running: 0, queue: [] };
  lanes.set(cost, lane);
  if (lane.running < cost.atOnce) lane.running++;
  else if (lane.queue.length >= cost.waiting) throw new Refusal("server_busy");
  else await new Promise<void>((turn) => lane.queue.push(turn));
  try {
    const { memoryKiB: memoryCost, passes: timeCost } = cost;
    return bytes(await hashRaw(secret, { salt, memoryCost, timeCost, parallelism: 1, outputLen: length }));
  } finally {
    const next = lane.queue.shift();
    if (next) next();
    else lane.running--;
  }
}

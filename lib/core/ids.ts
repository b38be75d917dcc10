import { randomFillSync } from "node:crypto";

/** Random bytes drawn many at a time: an import makes a million ids. */
const pool = Buffer.alloc(4096);
let used = pool.length;

function sixteenRandomBytes(): Buffer {
  if (used + 16 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return Buffer.from(pool.subarray(used - 16, used));
}

/** A UUIDv7 made in the application, so that any PostgreSQL ≥ 15 serves and rows sort by creation. */
export function newId(now: Date = new Date()): string {
  const bytes = sixteenRandomBytes();
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The number under which something that broke, or was held, is found again: six signs that can be read out over a telephone. */
export const newTroubleNumber = (): string => newId().slice(-6).toUpperCase();

/**
 * Ids for many rows written together: each greater than the one before, so that an import of a million rows fills every index from
 * one end. As unguessable from outside as any other: where the count begins and half of every id are random.
 */
export function ascendingIds(now: Date): () => string {
  const family = newId(now).slice(0, 18);
  let place = sixteenRandomBytes().readUInt32BE(0) & 0x1fff_ffff;
  return () => {
    const count = ((place++ | 0x8000_0000) >>> 0).toString(16);
    return `${family}-${count.slice(0, 4)}-${count.slice(4)}${sixteenRandomBytes().toString("hex", 0, 4)}`;
  };
}

import { sodium } from "./sodium";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const buckets = [256, 1024, 4096, 16384];

/** What does not open: the wrong key, the wrong place, or a byte changed. Never says which. */
export class DoesNotOpen extends Error {
  constructor() {
    super("sealed value does not open");
    this.name = "DoesNotOpen";
  }
}

/**
 * A value as bytes of a round length (256 B, 1, 4, 16 KiB, then multiples of 16 KiB), so that the length of what
 * is stored does not tell a long account from a short one.
 */
export function pack(value: unknown): Uint8Array {
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error("nothing to seal");
  const plain = encoder.encode(text);
  return sodium.pad(plain, buckets.find((size) => plain.length < size) ?? 16384);
}

/** The value that `pack` packed. Whoever calls it has opened a sealed box: nobody else's bytes come here. */
export function unpack(padded: Uint8Array): unknown {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (padded[end] !== 0x80) throw new DoesNotOpen();
  return JSON.parse(decoder.decode(padded.subarray(0, end)));
}

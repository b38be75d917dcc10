import { sodium } from "./sodium";

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
  const plain = new TextEncoder().encode(text);
  return sodium.pad(plain, buckets.find((size) => plain.length < size) ?? 16384);
}

/** The value that `pack` packed. */
export function unpack(padded: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(sodium.unpad(padded, padded.length)));
}

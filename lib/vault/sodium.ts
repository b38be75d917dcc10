import { randomFillSync } from "node:crypto";
import sodium from "libsodium-wrappers-sumo";

await sodium.ready;

/** libsodium, loaded: whoever imports it may call it at once. */
export { sodium };

/** Bytes that a database column takes as they are. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A copy that owns its memory, so that a sealed value may be stored or sent without what lay beside it. */
export const bytes = (from: Uint8Array): Bytes => new Uint8Array(from);

/** Random bytes of the operating system in one draw: libsodium's own wrapper asks Node for four bytes at a time. */
export const randomBytes = (length: number): Bytes => randomFillSync(new Uint8Array(length));

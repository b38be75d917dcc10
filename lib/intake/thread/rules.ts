import { createHash } from "node:crypto";

/** Letters in one message of a family. */
export const MOST_WORDS = 2000;

/** The same page, code and words make the same id, so that a double post is one; nobody without the code can tell which words. */
export function idOf(lookup: Uint8Array, ...parts: string[]): string {
  const hash = createHash("sha256").update(lookup).update(JSON.stringify(parts)).digest("hex");
  return `ffffffff-${hash.slice(0, 4)}-8${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${hash.slice(10, 22)}`;
}

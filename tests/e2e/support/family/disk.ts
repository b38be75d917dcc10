import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The files of a browser's profile that hold any of some words, as text of one byte or two, also inside what Firefox packs: where a
 * phone that is taken away would be searched.
 */
export function heldOnDisk(directory: string, words: string[]): string[] {
  const wanted = words.flatMap((word) => [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")]);
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = unpacked(readFileSync(path));
      return wanted.some((word) => bytes.includes(word));
    });
}

const PACKED = Buffer.from("mozLz40\0", "latin1");

/** What Firefox writes of its sessions: a length, and one block of LZ4. */
function unpacked(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, PACKED.length).equals(PACKED)) return bytes;
  const whole = Buffer.alloc(bytes.readUInt32LE(PACKED.length));
  let [from, to] = [PACKED.length + 4, 0];
  const long = (first: number): number => {
    let length = first;
    for (let more = first === 15 ? 255 : 0; more === 255; ) {
      more = bytes[from++] ?? 0;
      length += more;
    }
    return length;
  };
  while (from < bytes.length) {
    const token = bytes[from++] ?? 0;
    const literal = long(token >> 4);
    bytes.copy(whole, to, from, from + literal);
    from += literal;
    to += literal;
    if (from >= bytes.length) break;
    const back = bytes.readUInt16LE(from);
    from += 2;
    for (let left = long(token & 15) + 4; left > 0; left--, to++) whole[to] = whole[to - back] ?? 0;
  }
  return whole;
}

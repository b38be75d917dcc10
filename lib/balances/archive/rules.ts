import { unzipSync, type Zippable, zipSync } from "fflate";
import type { BalanceFile } from "../files/schema";

/** The oldest time a zip can say, by the clock of whoever packs: the same two words in every time zone. */
const noTime = () => new Date(1980, 0, 1, 12);

/** More than any balance will ever be. */
export const LARGEST = 64 * 1024 * 1024;

/**
 * Files as one zip, stored and not compressed: the same files in the same order are the same bytes for ever, on every machine and
 * with every version of every compressor.
 */
export function packArchive(files: readonly BalanceFile[]): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, { level: 0, mtime: noTime() }];
  return new Uint8Array(zipSync(entries));
}

export type Opened = { files: BalanceFile[] } | { broken: "unreadable" | "compressed" | "twice" | "remade" };

/**
 * The files of a zip in their order, only when packing them again gives the very same bytes: so there is no entry twice, nothing
 * between entries or after the end, and no time, mark or comment that ours does not have.
 */
export function openArchive(zip: Uint8Array): Opened {
  if (zip.length > LARGEST) return { broken: "unreadable" };
  const names: string[] = [];
  let compressed = false;
  let total = 0;
  try {
    const opened = unzipSync(zip, {
      filter: ({ name, compression, originalSize, size }) => {
        names.push(name);
        total += Math.max(originalSize, size);
        compressed ||= compression !== 0 || total > zip.length;
        return !compressed;
      },
    });
    if (compressed) return { broken: "compressed" };
    if (new Set(names).size !== names.length) return { broken: "twice" };
    const files = names.map((name) => ({ name, bytes: new Uint8Array(opened[name] ?? []) }));
    const again = packArchive(files);
    return Buffer.compare(again, zip) === 0 ? { files } : { broken: "remade" };
  } catch {
    return { broken: "unreadable" };
  }
}

import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, statfs, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { folder, placeOf, UNFINISHED } from "./queries";
import { hasRoom } from "./rules";

/**
 * Writes a sealed file whole and safe on the disk before it answers, or leaves nothing; dated to the minute, as rows are. Refuses
 * `storage_full` while words still fit.
 */
export async function keepSealed(
  id: string,
  seal: () => Promise<Readable>,
  minute: Date,
  of?: "received" | "drawn",
): Promise<void> {
  const place = placeOf(id, of);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const disk = await statfs(folder());
  if (!hasRoom(disk.bavail * disk.bsize, disk.blocks * disk.bsize)) throw new Refusal("storage_full");
  const unfinished = `${place}.${newId()}${UNFINISHED}`;
  try {
    await pipeline(await seal(), createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await utimes(unfinished, minute, minute);
    await rename(unfinished, place);
    await settle(dirname(place));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Takes a sealed file and what was drawn of it from the disk. What was not there is gone already. */
export async function dropSealed(id: string): Promise<void> {
  await rm(placeOf(id), { force: true });
  await rm(placeOf(id, "drawn"), { force: true });
}

/**
 * Takes away every file that no row answers for any more: of drafts that expired, of reports that were erased, of an upload that
 * broke off. Looks only at files older than an hour, so that none is lost between the disk and its row. Answers how many went.
 */
export async function sweepStore(
  withoutRow: (ids: string[]) => Promise<string[]>,
  now: Date,
): Promise<number> {
  const kept: string[] = [];
  for (const shelf of await readdir(folder()).catch(() => [])) {
    for (const name of await readdir(`${folder()}/${shelf}`)) {
      const path = `${folder()}/${shelf}/${name}`;
      const { mtimeMs } = await stat(path);
      if (now.getTime() - mtimeMs < 3_600_000) continue;
      if (name.endsWith(UNFINISHED)) await rm(path, { force: true });
      else kept.push(name.split(".")[0] ?? "");
    }
  }
  const strays = kept.length > 0 ? await withoutRow([...new Set(kept)]) : [];
  for (const id of strays) await dropSealed(id);
  return strays.length;
}

/** Makes a new name in a folder survive a loss of power. */
async function settle(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

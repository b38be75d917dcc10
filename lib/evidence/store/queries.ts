import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

export const UNFINISHED = ".part";

/** Where sealed files lie: below the data directory of this installation, readable by its own account alone. */
export function folder(): string {
  const data = process.env.VIGILIA_DATA_DIR;
  if (!data) throw new Error("VIGILIA_DATA_DIR is not set: there is nowhere to keep documents");
  return join(data, "documents");
}

/** The place of a sealed file, or of what was drawn of it. Its name is the random id and tells nothing. */
export const placeOf = (id: string, of: "received" | "drawn" = "received"): string =>
  join(folder(), id.slice(-2), of === "received" ? `${id}.age` : `${id}.drawn.age`);

/** A sealed file as it lies on the disk, piece by piece. */
export const readSealed = (id: string, of?: "received" | "drawn"): Readable =>
  createReadStream(placeOf(id, of));

/** Whether something was drawn of a file already. */
export const isDrawn = (id: string): Promise<boolean> =>
  access(placeOf(id, "drawn")).then(
    () => true,
    () => false,
  );

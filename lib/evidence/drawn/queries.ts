import { buffer } from "node:stream/consumers";
import { openFile, sealFile } from "@/lib/vault/files";
import type { VaultKeys } from "@/lib/vault/keys";
import { drawSafely } from "../derivative/commands";
import { framed, picturesIn } from "../derivative/rules";
import type { DocumentKind } from "../derivative/schema";
import { keepSealed } from "../store/commands";
import { isDrawn, readSealed } from "../store/queries";

/** The pictures of a sealed file: drawn when somebody signed in first asks, kept sealed, and never the file as it came. */
export async function picturesOf(
  keys: VaultKeys,
  { id, kind, minute }: { id: string; kind: DocumentKind; minute: Date },
): Promise<Buffer[]> {
  if (await isDrawn(id)) return picturesIn(await buffer(await openFile(keys, readSealed(id, "drawn"))));
  const file = await openWhole(keys, id);
  const pictures = await drawSafely(kind, file);
  await keepSealed(id, () => sealFile(keys.publicKey, framed(pictures)), minute, "drawn");
  return pictures;
}

/** A sealed file opened whole, byte for byte as it came. */
export const openWhole = async (keys: VaultKeys, id: string): Promise<Buffer> =>
  buffer(await openFile(keys, readSealed(id)));

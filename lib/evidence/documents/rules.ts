import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "@/lib/core/refusal";
import { type DocumentKind, documentKind } from "../derivative/schema";
import { MOST_BYTES } from "./schema";

const HEAD = 4100;

/** What passed of a file once it has passed whole. */
export interface Measured {
  bytes: number;
  sha256: string;
}

/** Which of the four kinds a file is by its own first bytes, whatever its name says. Refuses `document_kind` for any other. */
export async function kindOf(head: Uint8Array): Promise<DocumentKind> {
  const found = await fileTypeFromBuffer(head);
  const kind = documentKind.safeParse(found?.ext === "jpg" ? "jpeg" : found?.ext);
  if (!kind.success) throw new Refusal("document_kind");
  return kind.data;
}

/** The first bytes of a file and the whole of it again, from a source that can be read once. Refuses `document_empty`. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const reading = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let ended = false;
  while (!ended && first.reduce((sum, { length }) => sum + length, 0) < HEAD) {
    const { done, value } = await reading.next();
    ended = done === true;
    if (value) first.push(value);
  }
  const head = Buffer.concat(first);
  if (head.length === 0) throw new Refusal("document_empty");
  async function* whole() {
    yield head;
    if (!ended) yield* { [Symbol.asyncIterator]: () => reading };
  }
  return { head: head.subarray(0, HEAD), whole: whole() };
}

/** Lets a file through piece by piece, and says its length and hash once it is over. Refuses `document_too_large` at the first byte too many. */
export async function* measuring(
  source: AsyncIterable<Uint8Array>,
  over: (measured: Measured) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new Refusal("document_too_large");
    hash.update(piece);
    yield piece;
  }
  over({ bytes, sha256: hash.digest("hex") });
}

/** A name as it may be shown again: the last part of a path, without control or direction characters, at most 120 long. */
export const plainName = (name: string): string =>
  name
    .replace(/^.*[/\\]/, "")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, "")
    .trim()
    .slice(0, 120);

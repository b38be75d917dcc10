import { z } from "zod";
import { documentKind } from "../derivative/schema";

/** Files that the desk may bring to one case. */
export const MOST_BROUGHT = 50;
/** Documents that may come with one report, and the bytes of each: what a phone's camera makes, and no film. */
export const MOST_DOCUMENTS = 5;
export const MOST_BYTES = 10 * 1024 * 1024;

/** What a document is, sealed to the vault beside the file: its name as sent, and the hash of the file as received. */
export const receivedDocument = z.strictObject({
  name: z.string().max(200),
  kind: documentKind,
  bytes: z.int().min(1).max(MOST_BYTES),
  sha256: z.hex().length(64),
  /** Of a file that the desk brought: how it was obtained. */
  obtained: z.string().max(2000).optional(),
});
export type ReceivedDocument = z.infer<typeof receivedDocument>;

/** What a family sees again of a document before it is sent: no more than it needs to know which one it is. */
export const listedDocument = z.strictObject({ name: z.string(), bytes: z.int() });
export type ListedDocument = z.infer<typeof listedDocument>;

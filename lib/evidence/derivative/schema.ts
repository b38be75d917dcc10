import { z } from "zod";

/** What may be sent: a photograph or a scanned paper. Judged by the file's own first bytes, never by its name. */
export const documentKind = z.enum(["jpeg", "png", "webp", "pdf"]);
export type DocumentKind = z.infer<typeof documentKind>;

/** Longest that drawing a picture, or all pages of a paper, may take: seconds of the clock, and of one processor. */
export const SECONDS = { image: 20, pdf: 90 };
/** Address space of the process that draws, in bytes: what a JavaScript engine reserves, and forty million pixels. */
export const VIRTUAL_MEMORY = 3 * 1024 ** 3;
/** Bytes of pictures that are taken from that process: fifty scanned pages and more. */
export const MOST_DRAWN = 96 * 1024 ** 2;

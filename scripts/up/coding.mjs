import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const takes = (accepted, coding) =>
  new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted);

/** In which coding whoever asks would rather have a text; `null` for as it is. */
export function codingOf(accepted) {
  return takes(String(accepted ?? ""), "br") ? "br" : takes(String(accepted ?? ""), "gzip") ? "gzip" : null;
}

/** A text in that coding. */
export function coded(body, coding) {
  if (coding === "br") return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return coding === "gzip" ? gzipSync(body, { level: 6 }) : body;
}

/** What is written to an answer, as bytes. */
export function bytesOf(chunk, encoding) {
  if (typeof chunk !== "string") return Buffer.from(chunk);
  return Buffer.from(chunk, typeof encoding === "string" ? encoding : "utf8");
}

import { bytesOf } from "./coding.mjs";
import { readable } from "./readable.mjs";

const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g;
const PRELOADED_SCRIPT = /<link\b(?=[^>]*\brel="(?:module)?preload")(?=[^>]*\bas="script")[^>]*>/g;

/** What the framework takes of a posted form; beyond it, it fails without saying why. */
const LONGEST = 1_048_576;

/** A page without the scripts its policy forbids anyway: what the framework adds for a browser that may run it. */
export const withoutScripts = (html) => html.replace(SCRIPT, "").replace(PRELOADED_SCRIPT, "");

/**
 * Sends the pages of the open process without any script, so that a phone fetches and reads only what it shows: most of the bytes
 * of a page are a second copy of it for scripts that never run here. A failure is never an empty page or a bare
 * word of the framework's. Everything that is not a page passes through untouched.
 */
export function sendScriptless(request, response) {
  if (request.url.startsWith("/_next/") || request.url.startsWith("/api/")) return;
  // The framework must not compress what is going to be read here.
  delete request.headers["accept-encoding"];
  const { writeHead, write, end, flushHeaders } = response;
  const chunks = [];
  let held = null;

  response.writeHead = (status, ...rest) => {
    const headers = rest.find((one) => typeof one === "object" && one !== null) ?? {};
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const type = String(response.getHeader("content-type") ?? "text/plain");
    if (!type.startsWith("text/html") && !(status >= 400 && type.startsWith("text/plain"))) {
      return writeHead.call(response, status);
    }
    held = status >= 500 && Number(request.headers["content-length"] ?? 0) > LONGEST ? 413 : status;
    return response;
  };
  response.flushHeaders = () => {
    if (!response.headersSent && held === null) response.writeHead(response.statusCode);
    if (held === null) flushHeaders.call(response);
  };
  response.write = (chunk, encoding, done) => {
    if (!response.headersSent && held === null) response.writeHead(response.statusCode);
    if (held === null) return write.call(response, chunk, encoding, done);
    chunks.push(bytesOf(chunk, encoding));
    if (typeof encoding === "function") encoding();
    else done?.();
    return true;
  };
  response.end = (chunk, encoding, done) => {
    if (!response.headersSent && held === null) response.writeHead(response.statusCode);
    if (held === null) return end.call(response, chunk, encoding, done);
    if (chunk && typeof chunk !== "function") chunks.push(bytesOf(chunk, encoding));
    const drawn = withoutScripts(Buffer.concat(chunks).toString("utf8"));
    const html = readable(held, response.getHeader("content-type"), drawn, request.url);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    const body = Buffer.from(html, "utf8");
    response.removeHeader("transfer-encoding");
    response.removeHeader("link");
    response.setHeader("Content-Length", body.length);
    const status = held;
    held = null;
    // What is left of a post that was too long is not read: over the same connection the next page would wait a minute for it.
    if (status === 413) response.setHeader("Connection", "close");
    writeHead.call(response, status);
    return end.call(response, body);
  };
}

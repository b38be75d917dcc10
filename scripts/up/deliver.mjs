import { createHash } from "node:crypto";
import { bytesOf, coded, codingOf } from "./coding.mjs";
import { keyOf, sharedFor } from "./keep.mjs";

/** What is longer leaves as it comes, a piece at a time. */
const LONGEST = 2 ** 20;
const TEXT = /^(text\/|application\/(json|problem\+json|atom\+xml|xml)|image\/svg\+xml)/;
/** Of anything else, above all a failure, nothing is kept anywhere. */
const LASTING = new Set([200, 404, 410]);
/** Of a page that broke while it was drawn, which the framework sends as if nothing had happened. */
const BROKEN = Buffer.from(" data-broken=");

/**
 * The last hand on what the open process answers: texts compressed as asked, each public one with a strong ETag and 304 for whoever has
 * it, kept for the next who asks, and telling caches in front how long they may. `draw` makes the answer when none is kept.
 */
export async function deliver(request, response, keeper, draw) {
  const coding = codingOf(request.headers["accept-encoding"]);
  const key = keyOf(request, coding);
  const had = request.headers["if-none-match"];
  const kept = key && (await keeper.find(key));
  if (kept) return send(request.url, response, had, kept);

  // Compressed here, so that every answer is one and has one mark.
  delete request.headers["accept-encoding"];
  if (had) request.headers["if-none-match"] = had.replace(/-(br|gzip)"/g, '"');
  // What a HEAD says is what a GET would: Node leaves the body out by itself.
  if (request.method === "HEAD") request.method = "GET";
  const since = keeper.now();
  const drawn = key ? keeper.begin(key) : () => {};
  response.once("close", drawn);
  const asked = request.url;
  hold(response, (status, body) => {
    const answer = finish(response, status, body, coding);
    if (key && answer.kept) keeper.put(key, answer, since);
    drawn();
    send(asked, response, had, { ...answer, age: keeper.now() - since });
  });
  draw();
}

/** The status, the headers and the bytes that leave. */
function finish(response, drawnStatus, drawnBody, coding) {
  const broken = drawnStatus === 200 && isPage(response) && drawnBody.includes(BROKEN);
  const status = broken ? 500 : drawnStatus;
  const told = () => String(response.getHeader("cache-control") ?? "");
  if (!LASTING.has(status) && told().includes("s-maxage")) response.setHeader("Cache-Control", "no-store");
  const shared = told().includes("s-maxage");
  const own = String(response.getHeader("etag") ?? "").replace(/^W\/|"/g, "");
  const body = coded(drawnBody, coding);
  response.removeHeader("transfer-encoding");
  response.removeHeader("etag");
  const headers = response.getHeaders();
  headers["content-length"] = body.length;
  if (coding) headers["content-encoding"] = coding;
  const forGood = told().includes("immutable");
  if (status === 200 && (shared || own)) {
    const mark = own || createHash("sha256").update(drawnBody).digest("base64url").slice(0, 27);
    headers.etag = `"${mark}${coding ? `-${coding}` : ""}"`;
  }
  return { status, headers, body, shared, kept: (shared || forGood) && !headers["set-cookie"] };
}

function send(url, response, had, { status, headers, body, shared, age }) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (shared) response.setHeader("Cache-Control", sharedFor(url, age));
  if (headers.etag && knows(had, headers.etag)) {
    for (const name of ["content-length", "content-encoding", "content-type", "content-disposition"])
      response.removeHeader(name);
    response.writeHead(304);
    return response.end();
  }
  response.writeHead(status);
  response.end(body);
}

const knows = (had, etag) =>
  String(had ?? "")
    .split(",")
    .some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);

const isPage = (response) => String(response.getHeader("content-type") ?? "").startsWith("text/html");

/** Holds a text back until it is whole and hands it over; what is no text, has no body or is too long passes through. */
function hold(response, whole) {
  const { writeHead, write, end, flushHeaders } = response;
  let chunks = [];
  let size = 0;
  let held = null;
  const release = () => {
    for (const [name, method] of Object.entries({ writeHead, write, end, flushHeaders }))
      response[name] = method;
  };
  const begin = () => {
    if (!response.headersSent && held === null) response.writeHead(response.statusCode);
  };
  response.writeHead = (status, ...rest) => {
    const headers = rest.find((one) => typeof one === "object" && one !== null) ?? {};
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const type = String(response.getHeader("content-type") ?? "");
    if (!TEXT.test(type) || status === 304 || status === 206 || response.hasHeader("content-encoding")) {
      release();
      return response.writeHead(status);
    }
    held = status;
    return response;
  };
  response.flushHeaders = begin;
  response.write = (chunk, encoding, done) => {
    begin();
    if (held === null) return response.write(chunk, encoding, done);
    size += chunks[chunks.push(bytesOf(chunk, encoding)) - 1].length;
    if (size > LONGEST) return spill(encoding, done);
    if (typeof encoding === "function") encoding();
    else done?.();
    return true;
  };
  const spill = (encoding, done) => {
    release();
    response.writeHead(held);
    const all = Buffer.concat(chunks);
    chunks = [];
    return response.write(all, typeof encoding === "function" ? encoding : done);
  };
  response.end = (chunk, encoding, done) => {
    begin();
    if (held === null) return response.end(chunk, encoding, done);
    if (chunk && typeof chunk !== "function") chunks.push(bytesOf(chunk, encoding));
    release();
    whole(held, Buffer.concat(chunks));
    return response;
  };
}

import { createHash } from "node:crypto";
import type { z } from "zod";
import { newId } from "./ids";
import { logFailure } from "./log";

const open = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };
const forGood = { "Cache-Control": "public, max-age=31536000, immutable" };
const shared = { "Cache-Control": "public, max-age=0, s-maxage=30" };

/** What went wrong with a request, as RFC 9457 has it. `type` is a stable word under /problems/. */
export class Problem extends Error {
  constructor(
    readonly status: 400 | 404 | 410 | 500 | 503,
    readonly type: string,
    readonly title: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(title);
  }

  answer(): Response {
    const { status, type, title, details } = this;
    return new Response(`${JSON.stringify({ type: `/problems/${type}`, title, status, ...details })}\n`, {
      status,
      headers: {
        ...open,
        "Content-Type": "application/problem+json",
        // That nothing is there is kept as shortly as what is there: a cache then never holds on to what was taken down.
        "Cache-Control": status === 404 || status === 410 ? shared["Cache-Control"] : "no-store",
      },
    });
  }
}

/**
 * A GET of the open API: what the handler returns goes out for every origin to read, kept 30 seconds by shared caches, with a
 * strong ETag and an empty 304 for whoever has it. A Problem goes out as itself; anything else as 500 with a number and no word of
 * what broke.
 */
export function openRoute<Context>(
  answer: (request: Request, context: Context) => Promise<Answer>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      // No name of anything holds it, and the database breaks on it.
      if (new URL(request.url).pathname.includes("%00"))
        throw new Problem(404, "not-found", "Nothing stands at this address");
      return send(request, await answer(request, context));
    } catch (error) {
      if (error instanceof Problem) return error.answer();
      const reference = newId().slice(-8).toUpperCase();
      logFailure("api.broken", error, { zone: "public", digest: reference });
      return new Problem(500, "broken", "Something broke on our side", { reference }).answer();
    }
  };
}

/**
 * What an address of open data answers with: a value as JSON; a CSV twin with the name it is saved under; something to look at or to
 * follow where it stands (a chart, a feed, a plain text, a picture), its kind told by its name; a file whose bytes never change, which
 * may be kept as long as anybody likes; or rows too many to hold, written as they are read, with a mark that changes when they do.
 */
export type Answer =
  | { json: unknown }
  | { csv: string; filename: string }
  | { shown: string | Uint8Array<ArrayBuffer>; filename: string }
  | { file: Uint8Array<ArrayBuffer>; filename: string }
  | { rows: AsyncIterable<string>; mark: string; filename: string };

function send(request: Request, answer: Answer): Response {
  const body = "rows" in answer ? answer.mark : bodyOf(answer);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = { ...open, ...("file" in answer ? forGood : shared), ETag: etag };
  const had = request.headers.get("if-none-match")?.split(",") ?? [];
  if (had.some((tag) => tag.trim().replace(/^W\//, "") === etag || tag.trim() === "*")) {
    return new Response(null, { status: 304, headers });
  }
  if ("json" in answer) {
    return new Response(body, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
  }
  const disposition = "shown" in answer ? "inline" : "attachment";
  return new Response("rows" in answer ? streamed(answer.rows) : body, {
    headers: {
      ...headers,
      "Content-Type": typeOf(answer.filename),
      "Content-Disposition": `${disposition}; filename="${answer.filename}"`,
    },
  });
}

const bodyOf = (answer: Exclude<Answer, { mark: string }>): string | Uint8Array<ArrayBuffer> => {
  if ("json" in answer) return `${JSON.stringify(answer.json)}\n`;
  if ("csv" in answer) return answer.csv;
  return "shown" in answer ? answer.shown : answer.file;
};

/** Each piece is read when whoever asked has taken the one before: a slow reader costs no memory. */
function streamed(rows: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const pieces = rows[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}

/** Text only where the name says so; everything else is bytes to be saved. */
const types: Record<string, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  xml: "application/atom+xml; charset=utf-8",
  zip: "application/zip",
};
const typeOf = (filename: string) =>
  types[filename.slice(filename.lastIndexOf(".") + 1)] ?? "application/octet-stream";

/** The query of an address through a strict shape: unknown, repeated and malformed parameters are a 400 that names each. */
export function readQuery<Shape extends z.ZodType>(request: Request, shape: Shape): z.output<Shape> {
  const asked = new URL(request.url).searchParams;
  const twice = [...new Set(asked.keys())].filter((key) => asked.getAll(key).length > 1);
  const read = shape.safeParse(Object.fromEntries(asked));
  if (read.success && twice.length === 0) return read.data;
  const errors = [
    ...twice.map((parameter) => ({ parameter, problem: "given more than once" })),
    ...(read.error?.issues ?? []).flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((parameter) => ({ parameter, problem: "unknown parameter" }))
        : [{ parameter: issue.path.join("."), problem: issue.message }],
    ),
  ];
  throw new Problem(400, "bad-parameters", "Some parameters could not be read", { errors });
}

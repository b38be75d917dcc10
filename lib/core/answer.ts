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
      headers: { ...open, "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
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
 * A value to send as JSON, or text of another kind, such as a CSV twin with the name it is saved under; or a file whose bytes never
 * change, which may be kept as long as anybody likes.
 */
export type Answer =
  | { json: unknown }
  | { csv: string; filename: string }
  | { file: Uint8Array<ArrayBuffer>; filename: string };

function send(request: Request, answer: Answer): Response {
  const body = bodyOf(answer);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = { ...open, ...("file" in answer ? forGood : shared), ETag: etag };
  const had = request.headers.get("if-none-match")?.split(",") ?? [];
  if (had.some((tag) => tag.trim().replace(/^W\//, "") === etag || tag.trim() === "*")) {
    return new Response(null, { status: 304, headers });
  }
  if ("json" in answer) {
    return new Response(body, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
  }
  return new Response(body, {
    headers: {
      ...headers,
      "Content-Type": typeOf(answer.filename),
      "Content-Disposition": `attachment; filename="${answer.filename}"`,
    },
  });
}

const bodyOf = (answer: Answer): string | Uint8Array<ArrayBuffer> => {
  if ("json" in answer) return `${JSON.stringify(answer.json)}\n`;
  return "csv" in answer ? answer.csv : answer.file;
};

/** Text only where the name says so; everything else is bytes to be saved. */
const types: Record<string, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
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

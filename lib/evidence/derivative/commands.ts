import { spawn } from "node:child_process";
import { join } from "node:path";
import { Refusal } from "@/lib/core/refusal";
import { picturesIn } from "./rules";
import { type DocumentKind, MOST_DRAWN, SECONDS, VIRTUAL_MEMORY } from "./schema";

/**
 * Pictures of a file that hold its pixels and nothing else: no place, no device, no author, no script, no attachment. Drawn in a
 * process of its own that has no key, no environment and little memory and time; files wait for one another. Refuses
 * `document_unreadable`, `document_too_heavy`, and `document_not_drawn` for a PDF where poppler is not installed.
 */
export function drawSafely(kind: DocumentKind, file: Uint8Array): Promise<Buffer[]> {
  const drawn = last.then(() => draw(kind, file));
  last = drawn.catch(() => undefined);
  return drawn;
}

let last: Promise<unknown> = Promise.resolve();

/** One thread, little memory. */
const small = { VIPS_CONCURRENCY: "1", UV_THREADPOOL_SIZE: "1", MALLOC_ARENA_MAX: "2" };

async function draw(kind: DocumentKind, file: Uint8Array): Promise<Buffer[]> {
  const what = kind === "pdf" ? "pdf" : "image";
  const child = spawn(...bounded(what), {
    env: { ...small, NODE_ENV: "production", PATH: process.env.PATH },
    stdio: ["pipe", "pipe", "ignore"],
    detached: true,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  // The whole group goes: poppler too.
  const stop = () => child.exitCode === null && child.pid && process.kill(-child.pid, "SIGKILL");
  const clock = setTimeout(stop, SECONDS[what] * 1000);
  child.stdin.on("error", () => {});
  child.stdin.end(file);
  const [code, written] = await Promise.all([ended, atMost(child.stdout, stop)]).finally(() =>
    clearTimeout(clock),
  );
  if (code === 0) return picturesIn(written);
  if (code === 4) throw new Refusal("document_not_drawn");
  throw new Refusal(code === 3 ? "document_unreadable" : "document_too_heavy");
}

/** What the process writes, as long as it is no more than pictures can be; then it is stopped. */
async function atMost(written: AsyncIterable<Buffer>, stop: () => void): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of written) {
    bytes += piece.length;
    if (bytes > MOST_DRAWN) stop();
    else pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The command that draws, under the limits of the system where it knows them (Linux); the clock holds everywhere. */
function bounded(what: "image" | "pdf"): [string, string[]] {
  const drawing = [
    "--max-old-space-size=128",
    "--disable-proto=delete",
    join(process.cwd(), "scripts/derivative/child.mjs"),
    what,
  ];
  if (process.platform !== "linux") return [process.execPath, drawing];
  const limits = `ulimit -v ${VIRTUAL_MEMORY / 1024} -t ${SECONDS[what]} -f 0 -c 0; exec "$0" "$@"`;
  return ["/bin/sh", ["-c", limits, process.execPath, ...drawing]];
}

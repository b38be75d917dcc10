import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import { SingleBar } from "cli-progress";
import type { RegistryFile } from "@/lib/cases/exchange/inspecting/queries";
import type { LineProblem } from "@/lib/cases/exchange/lines/rules";
import { Stop } from "../bootstrap/progress.mjs";

/** A registry.jsonl on disk, read as a stream however long it is; `length` counts its lines for the progress bar. */
export async function openRegistryFile(path: string): Promise<RegistryFile & { length: number }> {
  if (!existsSync(path)) throw new Stop(`${path}: no such file`);
  if (statSync(path).isDirectory()) throw new Stop(`${path}: a directory, not a file`);
  const hash = createHash("sha256");
  let length = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) length++;
  }
  return { sha256: new Uint8Array(hash.digest()), length: length + 1, lines: () => linesOf(path) };
}

async function* linesOf(path: string): AsyncIterable<{ line: number; text: string }> {
  const reader = createInterface({
    input: createReadStream(path, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let line = 0;
  for await (const text of reader) {
    line++;
    yield { line, text: line === 1 ? text.replace(/^\uFEFF/, "") : text };
  }
}

/** A bar on the terminal, where there is one; silent in a file or a pipe. */
export async function withBar<T>(
  name: string,
  total: number,
  run: (progress: (done: number) => void) => Promise<T>,
): Promise<T> {
  const bar = new SingleBar({
    format: `${name.padEnd(10)} {bar} {percentage}% {value}/{total} {eta_formatted}`,
    stream: process.stderr,
    noTTYOutput: false,
  });
  bar.start(total, 0);
  try {
    return await run((done) => bar.update(done));
  } finally {
    bar.stop();
  }
}

const reasons: Record<string, string> = {
  not_json: "not a JSON object",
  not_utf8: "not UTF-8",
  empty_file: "the file is empty",
  not_a_date: "not an ISO date, nor a date-time with its offset",
  not_a_moment: "not an ISO date-time with its offset",
  unknown_entity: "not an entity of ISO 3166-2:VE",
  unknown_measure: "not a code of the measures",
  country_missing: "a passport needs its country",
  bounds_reversed: "earliest comes after latest",
  known_from_missing: "knownFrom is missing",
  known_to_before_from: "knownTo comes before knownFrom",
  known_in_the_future: "known in the future",
  key_twice: "the same key as line",
  facts_out_of_order: "ends before the earliest of a fact ordered before it:",
  held_after_release: "held after an exit in the same episode:",
  nothing_after_death: "nothing follows a death:",
  episode_still_open: "a new episode while the one before is open:",
  house_arrest_ended_by_release: "VE242.1 was open at a release; the release ends it",
};

/** One line about one line: its number, the place, the reason. */
export function problemText({ line, where, why }: LineProblem): string {
  const [code = "", ...rest] = why.split(": ");
  const reason = reasons[code] === undefined ? why : [reasons[code], ...rest].join(" ");
  return `line ${line}: ${where}: ${reason}`;
}

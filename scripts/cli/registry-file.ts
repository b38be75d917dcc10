import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { SingleBar } from "cli-progress";
import type { RegistryFile } from "@/lib/cases/exchange/inspecting/queries";
import { LONGEST_LINE } from "@/lib/cases/exchange/lines/json/rules";
import type { LineProblem } from "@/lib/cases/exchange/lines/rules";
import { Stop } from "../bootstrap/progress.mjs";

/** In bytes: no character takes more than four. */
const LONGEST = 4 * LONGEST_LINE + 4;

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

/** Lines end at a line feed and nowhere else; of one that is longer than any case only as much is kept as shows that it is. */
async function* linesOf(path: string): AsyncIterable<{ line: number; text: string }> {
  let [line, kept, length]: [number, Buffer[], number] = [0, [], 0];
  const keep = (piece: Buffer) => {
    if (length <= LONGEST) kept.push(piece.subarray(0, LONGEST + 1 - length));
    length += piece.length;
  };
  const take = () => {
    const text = Buffer.concat(kept).toString("utf8").replace(/\r$/, "");
    [kept, length] = [[], 0];
    line++;
    return { line, text: line === 1 ? text.replace(/^\uFEFF/, "") : text };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes = chunk as Buffer;
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      keep(bytes.subarray(from, at));
      yield take();
      from = at + 1;
    }
    keep(bytes.subarray(from));
  }
  if (length > 0) yield take();
}

/** A bar on the terminal, where there is one; silent in a file or a pipe. Work of several passes names each as it comes to it. */
export async function withBar<T>(
  name: string,
  total: number,
  run: (progress: (done: number, pass?: string, of?: number) => void) => Promise<T>,
): Promise<T> {
  const bar = new SingleBar({
    format: "{pass} {bar} {percentage}% {value}/{total} {eta_formatted}",
    stream: process.stderr,
    noTTYOutput: false,
  });
  bar.start(total, 0, { pass: name.padEnd(10) });
  try {
    return await run((done, pass, of) => {
      if (of !== undefined) bar.setTotal(of);
      bar.update(done, pass === undefined ? {} : { pass: pass.padEnd(10) });
    });
  } finally {
    bar.stop();
  }
}

const reasons: Record<string, string> = {
  not_json: "not a JSON object",
  not_utf8: "not UTF-8",
  line_too_long: "longer than a million characters",
  nested_too_deep: "nested too deep for a case",
  same_key_twice: "the same key stands twice in one object",
  hidden_character: "a character that nobody can see or keep",
  header_missing: "the first line must be the header of a registry file",
  version_unsupported: "only version 1 of the format is read here",
  second_header: "a second header",
  year_out_of_range: "a year before 1880 or after 2199",
  changed_since_import: "already here, left as it is; the file says something else than when it was imported",
  whereabouts_of_nobody_held: "says nothing: whereabouts are of somebody held",
  end_of_no_measure: "says nothing: only a measure has an end",
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

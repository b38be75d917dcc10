import { parse } from "csv-parse/sync";
import { type Column, columns, type NoticeCode, type TemplateProblem } from "../schema";
import { fold } from "../words/rules";
import { verdictWords } from "../words/schema";

export const LARGEST_BYTES = 20_000_000;
export const MOST_ROWS = 50_000;

/** Cells of one row as they stand, and the line of the file on which it begins. */
export interface Record {
  line: number;
  cells: string[];
}

export interface Sheet {
  /** For each column of the template its place in the rows; absent columns have none. */
  places: Map<Column, number>;
  /** Lines of the heads, for a copy of the bad rows under the same ones. */
  head: string[];
  records: Record[];
  notices: NoticeCode[];
  delimiter: string;
}

export type ReadSheet = { sheet: Sheet } | { problems: TemplateProblem[] };

const wrong = (
  code: TemplateProblem["code"],
  values: TemplateProblem["values"] = {},
  line = 1,
): ReadSheet => ({
  problems: [{ line, column: null, code, values }],
});

/** A file of the template as rows, whatever program saved it; or why it cannot be read whole. */
export function readSheet(bytes: Uint8Array): ReadSheet {
  if (bytes.length > LARGEST_BYTES) return wrong("too_large", { megabytes: LARGEST_BYTES / 1_000_000 });
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return wrong("workbook");
  const decoded = textOf(bytes);
  if (decoded === null) return wrong("encoding");
  // Line ends are made one kind first: inside quotes the parser would count CR and LF as two lines.
  const [text, skipped] = withoutHint(decoded.text.replace(/\r\n?/g, "\n"));
  if (text.trim() === "") return wrong("empty_file");
  const delimiter = delimiterOf(text);
  const records = recordsOf(text, delimiter, skipped);
  if ("problems" in records) return records;
  const [first, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (!first || rows.length === 0) return wrong("empty_file");
  if (rows.length > MOST_ROWS) return wrong("too_many_rows", { most: MOST_ROWS, found: rows.length });
  const problems = headProblems(first);
  if (problems.length > 0) return { problems };
  const heads = first.cells.map(fold);
  const places = new Map<Column, number>();
  for (const { head } of columns) {
    const place = heads.indexOf(fold(head));
    if (place >= 0) places.set(head, place);
  }
  return { sheet: { places, head: first.cells, records: rows, notices: decoded.notices, delimiter } };
}

const startsWith = (bytes: Uint8Array, start: number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** UTF-8, UTF-16 with its mark, or Windows-1252 as spreadsheets in Spanish save it, and which one was found. Null for anything else. */
function textOf(bytes: Uint8Array): { text: string; notices: NoticeCode[] } | null {
  const decode = (label: string) => new TextDecoder(label, { fatal: true }).decode(bytes);
  try {
    if (startsWith(bytes, [0xff, 0xfe])) return { text: decode("utf-16le"), notices: ["utf_16"] };
    return { text: decode("utf-8"), notices: [] };
  } catch {
    // Not that encoding: read as the older one, unless it holds bytes that this one does not have.
  }
  if (bytes.some((byte) => byte === 0 || [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte))) return null;
  return { text: new TextDecoder("windows-1252").decode(bytes), notices: ["windows_1252"] };
}

/** Without the line `sep=;` by which some programs say how cells are parted. */
function withoutHint(text: string): [string, number] {
  const hint = /^"?sep=.[^\n]{0,2}\n/i.exec(text);
  return hint ? [text.slice(hint[0].length), 1] : [text, 0];
}

/** Of semicolon, comma and tab the one that finds most heads in the first line that says anything. */
function delimiterOf(text: string): string {
  const line = text.split("\n").find((one) => one.replace(/[;,\t"\s]/g, "") !== "") ?? "";
  const heads = new Set(columns.map(({ head }) => fold(head)));
  const found = (delimiter: string) => line.split(delimiter).filter((cell) => heads.has(fold(cell))).length;
  return [";", ",", "\t"].reduce((best, one) => (found(one) > found(best) ? one : best), ";");
}

function recordsOf(
  text: string,
  delimiter: string,
  skipped: number,
): Record[] | { problems: TemplateProblem[] } {
  try {
    const read = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let line = 1 + skipped;
    return read.map(({ record, info }) => {
      const begins = line;
      line = info.lines + skipped + 1;
      return { line: begins, cells: record };
    });
  } catch (error) {
    const { code = "", lines, message = "" } = error as { code?: string; lines?: number; message?: string };
    if (!code.startsWith("CSV_")) throw error;
    const line = Number(/at line (\d+)/.exec(message)?.[1] ?? lines ?? 1) + skipped;
    const open = code === "CSV_QUOTE_NOT_CLOSED";
    return { problems: [{ line, column: null, code: open ? "quote_open" : "not_a_csv", values: {} }] };
  }
}

/** Absent optional columns are empty; a required one that is missing, one nobody knows and one that comes twice refuse the file. */
function headProblems({ line, cells }: Record): TemplateProblem[] {
  const heads = cells.map(fold);
  const allowed = columns.map(({ head }) => fold(head));
  const problem = (code: TemplateProblem["code"], column: string): TemplateProblem => ({
    line,
    column,
    code,
    values: {},
  });
  const unknown = cells.flatMap((cell, index) => {
    const head = heads[index] ?? "";
    if (head === "" || allowed.includes(head)) return [];
    const isVerdict = verdictWords.some((word) => head.includes(word));
    return [problem(isVerdict ? "column_verdict" : "column_unknown", cell.trim().slice(0, 40))];
  });
  return [
    ...columns
      .filter(({ head, required }) => required && !heads.includes(fold(head)))
      .map(({ head }) => problem("column_missing", head)),
    ...unknown,
    ...cells
      .filter((_, index) => heads[index] !== "" && heads.indexOf(heads[index] ?? "") !== index)
      .map((cell) => problem("column_twice", cell.trim().slice(0, 40))),
  ];
}

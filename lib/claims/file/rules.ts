import { parse } from "csv-parse/sync";
import { checkRow } from "./cells/rules";
import { type Column, columns, type LineError, type ReadClaim, type Row } from "./schema";
import { checkRelations } from "./together/rules";

const largest = 5_000_000;

/**
 * Reads a whole claims file, or says line by line what is wrong with it; never half of it. `known` are the ids the ledger already
 * has, to which relations may point; `today` is a date in Caracas, after which nothing can have been published.
 */
export function readClaims(
  content: Uint8Array | string,
  known: ReadonlySet<string>,
  today: string,
): { claims: ReadClaim[]; errors: LineError[] } {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  if (bytes.length > largest) return refused(1, "too_large", { megabytes: largest / 1_000_000 });
  const text = textOf(bytes);
  if (typeof text === "number") return refused(text, "encoding", {});
  const records = recordsOf(text);
  if (!Array.isArray(records)) return refused(records.line, "not_csv", {});
  const [header, ...body] = records;
  if (!header || body.length === 0) return refused(1, "empty_file", {});
  const wrongHeader = checkHeader(header.cells);
  if (wrongHeader.length > 0) return { claims: [], errors: wrongHeader };

  const names = header.cells.map((name) => name.trim() as Column);
  const errors: LineError[] = [];
  const claims: ReadClaim[] = [];
  for (const { line, cells } of body) {
    if (cells.length !== names.length) {
      errors.push({
        line,
        column: null,
        code: "cells_count",
        values: { found: cells.length, expected: names.length },
      });
      continue;
    }
    const row = Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? "").trim()])) as Row;
    const read = checkRow(row, line, today);
    if ("errors" in read) errors.push(...read.errors);
    else claims.push(read.claim);
  }
  errors.push(...checkRelations(claims, errors.length > 0 ? null : known));
  return { claims, errors: errors.sort((a, b) => a.line - b.line) };
}

function refused(line: number, code: LineError["code"], values: LineError["values"]) {
  return { claims: [], errors: [{ line, column: null, code, values }] };
}

/** The text of UTF-8 bytes, or the first line that is not UTF-8 (a spreadsheet saved in an older encoding). */
function textOf(bytes: Uint8Array): string | number {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const replaced = text.indexOf("\uFFFD");
    return replaced < 0 ? text : text.slice(0, replaced).split("\n").length;
  } catch {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let line = 1;
    for (let from = 0; from < bytes.length; line++) {
      const next = bytes.indexOf(10, from);
      const until = next < 0 ? bytes.length : next + 1;
      try {
        decoder.decode(bytes.subarray(from, until));
      } catch {
        return line;
      }
      from = until;
    }
    return line;
  }
}

function recordsOf(text: string): { line: number; cells: string[] }[] | { line: number } {
  try {
    const read = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
    let line = 1;
    return (read as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => {
      const at = line;
      line = info.lines + 1;
      return { line: at, cells: record };
    });
  } catch (error) {
    const lines = (error as { lines?: unknown }).lines;
    if (typeof lines !== "number") throw error;
    return { line: lines };
  }
}

function checkHeader(cells: string[]): LineError[] {
  const found = cells.map((cell) => cell.trim());
  const wrong = (code: LineError["code"], column: string): LineError => ({
    line: 1,
    column,
    code,
    values: {},
  });
  return [
    ...columns.filter((name) => !found.includes(name)).map((name) => wrong("column_missing", name)),
    ...found
      .filter((name) => !(columns as readonly string[]).includes(name))
      .map((name) => wrong("column_unknown", name.slice(0, 40))),
    ...found.filter((name, i) => found.indexOf(name) !== i).map((name) => wrong("column_twice", name)),
  ];
}

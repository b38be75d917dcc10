import { dateInCaracas } from "@/lib/core/clock";
import { readSheet, type Sheet } from "./reading/rules";
import { readRow } from "./rows/rules";
import type { ReadRow } from "./rows/schema";
import { columns, type Row, type TemplateNotice, type TemplateProblem } from "./schema";
import { fold } from "./words/rules";

/** A file of the template, judged whole: what may come in, row by row, and everything that may not. */
export interface ReadTemplate {
  rows: { line: number; row: ReadRow }[];
  problems: TemplateProblem[];
  notices: TemplateNotice[];
  /** The rows that were refused, as they stood, for a copy that can be mended. */
  bad: { line: number; cells: string[] }[];
  head: string[];
  delimiter: string;
}

/** Reads a whole sheet. A file whose heads or bytes cannot be read has problems and no row; nothing is ever half a row. */
export function readTemplate(
  bytes: Uint8Array,
  now: Date,
  progress: (row: number) => void = () => undefined,
): ReadTemplate {
  const read = readSheet(bytes);
  const nothing = { rows: [], notices: [], bad: [], head: [], delimiter: ";" };
  if ("problems" in read) return { ...nothing, problems: read.problems };
  const { sheet } = read;
  const context = { today: dateInCaracas(now), now, menAreH: menAreH(sheet) };
  const found: ReadTemplate = {
    ...nothing,
    rows: [],
    bad: [],
    problems: [],
    notices: [],
    head: sheet.head,
    delimiter: sheet.delimiter,
  };
  found.notices.push(...sheet.notices.map((code) => ({ line: 1, column: null, code })));
  const keys = new Map<string, number>();
  for (const [index, { line, cells }] of sheet.records.entries()) {
    progress(index + 1);
    const extra = cells.slice(sheet.head.length).some((cell) => cell.trim() !== "");
    const row = rowOf(sheet, cells);
    const twin = keys.get(row.clave);
    const judged = extra
      ? { read: null, notices: [], problems: [tooMany(line, cells.length, sheet.head.length)] }
      : readRow(row, { line, ...context });
    if (twin !== undefined && row.clave !== "") {
      judged.read = null;
      judged.problems.push({ line, column: "clave", code: "key_twice", values: { other: twin } });
    }
    if (row.clave !== "" && twin === undefined) keys.set(row.clave, line);
    found.problems.push(...judged.problems);
    found.notices.push(...judged.notices);
    if (judged.read) found.rows.push({ line, row: judged.read });
    else found.bad.push({ line, cells });
  }
  return found;
}

const tooMany = (line: number, found: number, expected: number): TemplateProblem => ({
  line,
  column: null,
  code: "cells_count",
  values: { found, expected },
});

function rowOf({ places }: Sheet, cells: string[]): Row {
  return Object.fromEntries(
    columns.map(({ head }) => [head, plainText(cells[places.get(head) ?? -1] ?? "")]),
  ) as Row;
}

/** A cell without the apostrophe by which a formula was made text, here or in a spreadsheet; otherwise as it stands. */
const plainText = (cell: string): string =>
  cell
    .replaceAll(/\u00a0/g, " ")
    .trim()
    .replace(/^'(?=[=+\-@\t'])/, "");

function menAreH({ places, records }: Sheet): boolean {
  const place = places.get("sexo");
  return place !== undefined && records.some(({ cells }) => fold(cells[place] ?? "") === "h");
}

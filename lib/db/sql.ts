/** Pieces of SQL to put together, each value bound and never written into the text. */
export { Prisma } from "./generated/client";

type Cell = string | number | boolean | Date | Uint8Array | null | readonly string[];

/**
 * The columns of many rows as array literals, for `INSERT … SELECT * FROM unnest(…)`: PostgreSQL reads them several times faster than
 * JSON, and one text is cheaper to hand on than an array of many. A list within a row is a literal in the literal: cast it to its array
 * type in the SELECT.
 */
export function columnsOf<Row extends object>(rows: readonly Row[]): (name: keyof Row) => string {
  return (name) => `{${rows.map((row) => element(row[name] as Cell)).join(",")}}`;
}

/** Every column of some rows, so that they can be handed to another thread as a few texts. */
export type Columns<Row> = { [Name in keyof Row]: string };

/** All columns of rows that have the same keys; null where there are none. */
export function tableOf<Row extends object>(rows: readonly Row[]): Columns<Row> | null {
  const [first] = rows;
  if (!first) return null;
  const column = columnsOf(rows);
  const names = Object.keys(first) as (keyof Row)[];
  return Object.fromEntries(names.map((name) => [name, column(name)])) as Columns<Row>;
}

const bare = /^[\w.:+-]+$/;
const quoted = (text: string) => `"${text.replace(/["\\]/g, "\\$&")}"`;

function element(cell: Cell): string {
  if (cell === null) return "NULL";
  if (typeof cell === "string") return bare.test(cell) && cell.toUpperCase() !== "NULL" ? cell : quoted(cell);
  if (cell instanceof Date) return cell.toISOString();
  if (cell instanceof Uint8Array)
    return `"\\\\x${Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString("hex")}"`;
  if (typeof cell === "object") return quoted(`{${cell.map(quoted).join(",")}}`);
  return String(cell);
}

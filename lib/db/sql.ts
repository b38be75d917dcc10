/** Pieces of SQL to put together, each value bound and never written into the text. */
export { Prisma } from "./generated/client";

type Cell = string | number | boolean | Date | Uint8Array | null | readonly string[];

/**
 * The columns of many rows as array parameters, for `INSERT … SELECT * FROM unnest(…)`: PostgreSQL reads them several times faster
 * than JSON. A list within a row travels as text and is cast to its array type in the SELECT.
 */
export function columnsOf<Row extends object>(rows: readonly Row[]): (name: keyof Row) => (string | null)[] {
  return (name) => rows.map((row) => cellText(row[name] as Cell));
}

function cellText(cell: Cell): string | null {
  if (cell === null || typeof cell === "string") return cell;
  if (cell instanceof Date) return cell.toISOString();
  if (cell instanceof Uint8Array)
    return `\\x${Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString("hex")}`;
  if (typeof cell === "object")
    return `{${cell.map((word) => `"${word.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
  return String(cell);
}

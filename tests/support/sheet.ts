import { readTemplate } from "@/lib/cases/exchange/template/rules";
import { type Column, columns, type Row } from "@/lib/cases/exchange/template/schema";

export const sheetNow = new Date("2026-03-10T12:00:00Z");

/** A row that may come in as it is; invented, like everybody here. */
export const soundCells: Partial<Row> = {
  clave: "A-1",
  nombres: "Yusmary",
  apellidos: "Prueba Inventada",
  "fecha de detención": "02/08/2024",
  "fuente 1": "familiar",
  "permiso para contar": "sí",
  "permiso dado por": "madre",
  "fecha del permiso": "05/08/2024",
};

const quoted = (cell: string) => (/[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A sheet of these rows under all the heads, as a spreadsheet saves it. */
export function sheetOf(
  rows: readonly Partial<Row>[],
  heads: readonly Column[] = columns.map(({ head }) => head),
): string {
  const lines = [[...heads], ...rows.map((row) => heads.map((head) => row[head] ?? ""))];
  return lines.map((cells) => cells.map(quoted).join(";")).join("\r\n");
}

/** One sound row with some cells changed, read. */
export const readCells = (changes: Partial<Row>) =>
  readTemplate(Buffer.from(sheetOf([{ ...soundCells, ...changes }])), sheetNow);

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

/** A file of an organisation, with these rows. */
export const fileOf = (rows: readonly Partial<Row>[], source: string) => ({
  bytes: Buffer.from(sheetOf(rows)),
  source,
});

/** So many sound rows of invented people, a third of them in Lara, each with a relative and a newspaper behind it. */
export const rowsCalled = (n: number, prefix = "A") =>
  Array.from({ length: n }, (_, index) => ({
    ...soundCells,
    clave: `${prefix}-${index + 1}`,
    apellidos: `Inventada ${String.fromCharCode(65 + (index % 26))}${"abcdefghij"[Math.floor(index / 26)]}z`,
    "estado donde fue detenida": index % 3 === 0 ? "LARA" : "Zulia",
    "fuente 2": "prensa",
    "origen 2": "prensa: Diario Inventado",
  }));

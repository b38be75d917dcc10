import { type Days, readDate } from "../../dates/rules";
import { type Column, columns } from "../../schema";
import { choicesOf, codeOf, itemsOf, saysNothing, type TemplateList } from "../../words/rules";
import type { Reading } from "../schema";

const LONGEST: Partial<Record<Column, number>> = { notas: 4000, clave: 80 };
const listOf = (column: Column): TemplateList | undefined =>
  columns.find(({ head }) => head === column)?.list;
const brief = (cell: string): string => (cell.length > 30 ? `${cell.slice(0, 30)}…` : cell);

/** What every cell must be, whatever its column: whole letters, no hidden characters, not endless; and formulas are only text. */
export function checkCells({ row, refuse, notice }: Reading): void {
  for (const { head } of columns) {
    const cell = row[head];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(cell))
      refuse(head, "control_character");
    if (/\uFFFD|\p{L}\?\p{L}|Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™š›¡-¿]|Â[¡-¿]/u.test(cell))
      refuse(head, "damaged_letters");
    const most = LONGEST[head] ?? 200;
    if (cell.length > most) refuse(head, "too_long", { most });
    if (/^[=+\-@\t]/.test(cell) && !saysNothing(cell)) notice(head, "formula_kept");
  }
}

/** A cell of a closed list as its code; null when it says nothing; refused, with what it may say, when it is none of them. */
export function termIn(reading: Reading, column: Column): string | null {
  const cell = reading.row[column];
  const list = listOf(column);
  if (!list) throw new Error(`${column} has no list`);
  const code = codeOf(list, cell);
  if (code !== null) return code;
  if (saysNothing(cell)) return null;
  reading.refuse(column, "not_in_list", { cell: brief(cell), list: offered(list) });
  return null;
}

/** Every item of a cell that may hold several, as codes, each once. */
export function termsIn(reading: Reading, column: Column): string[] {
  const cell = reading.row[column];
  const list = listOf(column);
  if (!list) throw new Error(`${column} has no list`);
  if (codeOf(list, cell) === null && saysNothing(cell)) return [];
  const codes = itemsOf(list, cell).flatMap((item) => {
    const code = codeOf(list, item);
    if (code === null) reading.refuse(column, "not_in_list", { cell: brief(item), list: offered(list) });
    return code === null ? [] : [code];
  });
  return [...new Set(codes)];
}

/** The words by which a list is offered to whoever must mend a cell; long lists by their first ones. */
export function offered(list: TemplateList): string {
  const words = choicesOf(list).map(({ ways }) =>
    list === "giver" || list === "origin" ? (ways[1] ?? "") : (ways[0] ?? ""),
  );
  return words.length > 20 ? `${words.slice(0, 20).join(" · ")}…` : words.join(" · ");
}

/** A date cell as bounds; null when it says nothing or was refused. Nothing of a row can lie in the future: a span is cut at today. */
export function datesIn(reading: Reading, column: Column): Days | null {
  const cell = reading.row[column];
  if (saysNothing(cell)) return null;
  const read = readDate(cell);
  if ("code" in read) {
    reading.refuse(column, read.code, { cell: brief(cell) });
    return null;
  }
  const { earliest, latest } = read.days;
  if ((earliest ?? "") > reading.today) {
    reading.refuse(column, "date_future", { cell: brief(cell) });
    return null;
  }
  return { earliest, latest: latest !== null && latest > reading.today ? reading.today : latest };
}

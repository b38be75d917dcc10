import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { readTemplate } from "@/lib/cases/exchange/template/rules";
import { columns } from "@/lib/cases/exchange/template/schema";
import { badRows, columnsPage, emptyTemplate } from "@/lib/cases/exchange/template/writing/rules";
import { sheetNow, sheetOf, soundCells } from "@/tests/support/sheet";

describe("the template", () => {
  it("is read by its own reader, its invented row included", () => {
    const { rows, problems, notices } = readTemplate(Buffer.from(emptyTemplate()), sheetNow);
    expect([problems, notices]).toEqual([[], []]);
    expect(rows[0]?.row.content.person.idDocument).toEqual({ kind: "V", number: "99100101" });
  });

  it("has every column on the page that is kept in the repository, which says what the command prints", () => {
    const page = columnsPage("es");
    for (const { head } of columns) expect(page).toContain(`| \`${head}\` |`);
    expect(page).not.toMatch(/columnWords\.|kinds\.|\{/);
    expect(readFileSync("deploy/plantilla-de-casos.md", "utf8")).toBe(page);
    expect(columnsPage("en")).toContain("| `fecha de detención` | required |");
  });
});

describe("the bad rows", () => {
  it("come back under their heads with reasons, formulas made text, and mended they can be brought again", () => {
    const evil = {
      ...soundCells,
      clave: "A-2",
      apellidos: "=cmd|calc",
      nombres: "+1",
      sexo: "X",
      notas: "@SUM(1)",
    };
    const read = readTemplate(Buffer.from(sheetOf([soundCells, evil])), sheetNow);
    const written = badRows(read, "es");
    const [head = [], row = []] = parse(written, { bom: true, delimiter: ";" }) as string[][];
    expect(head.slice(0, 3)).toEqual(["línea", "motivos", "clave"]);
    expect(row[0]).toBe("3");
    expect(row[1]).toContain("sexo: «X» no está en la lista");
    for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const mended = sheetOf([]).concat(
      "\r\n",
      row
        .slice(2)
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(";")
        .replace('"X"', '"mujer"'),
    );
    const again = readTemplate(Buffer.from(mended), sheetNow);
    expect(again.problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
      "nombres name_with_digits",
    ]);
    const named = readTemplate(Buffer.from(mended.replace("'+1", "Ana")), sheetNow);
    expect(named.rows[0]?.row.content.person.surnames).toBe(evil.apellidos);
  });
});

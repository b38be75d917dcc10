import { describe, expect, it } from "vitest";
import { readTemplate } from "@/lib/cases/exchange/template/rules";
import { type Column, noticeCodes, problemCodes, type Row } from "@/lib/cases/exchange/template/schema";
import { noticeWords, problemWords } from "@/lib/cases/exchange/template/writing/rules";
import { readCells, sheetNow, sheetOf, soundCells } from "@/tests/support/sheet";

const bad: [Column, string, string, Partial<Row>?][] = [
  ["clave", "", "required"],
  ["nombres", " ", "required"],
  ["apellidos", "-", "required"],
  ["nombres", "V-99100101", "name_with_digits"],
  ["nombres", "JOS? MU?OZ", "damaged_letters"],
  ["apellidos", "MuÃ±oz", "damaged_letters"],
  ["apellidos", "Mu\u0000ñoz", "control_character"],
  ["apellidos", "Mu\u202eñoz", "control_character"],
  ["nombres", "N".repeat(121), "too_long"],
  ["documento", "99.100.101", "document_letter"],
  ["documento", "1,23E+07", "document_scientific"],
  ["documento", "9.91002E+07", "document_scientific"],
  ["documento", "J-30000000-1", "document_company"],
  ["documento", "V-99", "document_digits"],
  ["documento", "V-999100101", "document_digits"],
  ["documento", "12.34.567", "document_unreadable"],
  ["documento", "consultar con la madre", "document_unreadable"],
  ["país del pasaporte", "", "passport_country", { documento: "P-AB123456" }],
  ["sexo", "X", "not_in_list"],
  ["nacionalidad", "marciana", "not_in_list"],
  ["civil o militar", "ambos", "not_in_list"],
  ["sector", "astronauta", "not_in_list"],
  ["fecha de nacimiento", "14/05/90", "date_two_digits"],
  ["fecha de nacimiento", "14/05/2025", "birth_after_detention"],
  ["fecha de nacimiento", "entre 1980 y 1990", "date_unreadable"],
  ["edad al ser detenida", "treinta", "age_unreadable"],
  ["edad al ser detenida", "50", "age_and_birth", { "fecha de nacimiento": "1990" }],
  ["fecha de detención", "", "required"],
  ["fecha de detención", "08/15/2024", "date_month_first"],
  ["fecha de detención", "31/02/2024", "date_impossible"],
  ["fecha de detención", "45506", "date_serial"],
  ["fecha de detención", "02-ago-24", "date_two_digits"],
  ["fecha de detención", "el martes", "date_unreadable"],
  ["fecha de detención", "11/03/2026", "date_future"],
  ["fecha de detención", "entre 05/08/2024 y 02/08/2024", "date_reversed"],
  ["estado donde fue detenida", "Caracas", "caracas"],
  ["estado donde fue detenida", "Guayana Esequiba", "not_in_list"],
  ["estado donde fue detenida", "VE-Q", "not_in_list"],
  ["cuerpos que la detuvieron", "SEBIN, la patrulla", "not_in_list"],
  ["situación", "libre", "not_in_list"],
  ["fecha de la situación", "10/08/2024", "date_alone"],
  ["fecha de la situación", "10/07/2024", "before_detention", { situación: "incomunicado" }],
  ["paradero", "desconocido", "whereabouts_unclear"],
  ["paradero", "lo niegan", "standing_without_whereabouts", { situación: "casa por cárcel" }],
  ["estado del lugar", "Zulia", "facility_elsewhere", { lugar: "Tocorón" }],
  ["situación procesal", "fusilado", "not_in_list"],
  ["fecha de la situación procesal", "2023", "before_detention", { "situación procesal": "imputado" }],
  ["fecha de la situación procesal", "10/08/2024", "date_alone"],
  ["jurisdicción", "militar", "jurisdiction_alone"],
  ["tipo de excarcelación", "falleció", "release_death"],
  ["tipo de excarcelación", "casa por cárcel", "release_house_arrest"],
  ["fecha de excarcelación", "01/08/2024", "release_before", { "tipo de excarcelación": "con medidas" }],
  ["medidas", "presentación", "measures_of_the_free", { "tipo de excarcelación": "libertad plena" }],
  ["medidas", "242.1", "measure_house_arrest"],
  ["base de las medidas", "por escrito", "basis_alone"],
  ["fuente 1", "", "required"],
  ["fuente 2", "", "source_pair", { "origen 2": "prensa: El Invento" }],
  ["origen 2", "", "source_pair", { "fuente 2": "foto" }],
  ["origen 2", "prensa", "origin_name", { "fuente 2": "prensa" }],
  ["origen 2", "mi vecino", "origin_class", { "fuente 2": "testigo" }],
  ["origen 2", "testigo: Juan Inventado", "origin_person", { "fuente 2": "testigo" }],
  ["permiso para contar", "quizás", "not_in_list"],
  ["permiso para contar", "", "permission_alone"],
  ["permiso dado por", "", "permission_incomplete"],
  ["fecha del permiso", "", "permission_incomplete"],
  ["permiso dado por", "el ministro", "not_in_list"],
];

describe("a bad row", () => {
  it.each(bad)("%s: %j is %s", (column, cell, code, besides = {}) => {
    const { rows, problems, bad: left } = readCells({ ...besides, [column]: cell });
    expect(rows).toEqual([]);
    expect(left.map(({ line }) => line)).toEqual([2]);
    expect(problems.map((problem) => `${problem.line} ${problem.column} ${problem.code}`)).toContain(
      `2 ${column} ${code}`,
    );
  });

  it("is named by the line on which it begins, whatever its cells hold", () => {
    const rows = [
      { ...soundCells, notas: "una\r\ndos\r\ntres" },
      {},
      { ...soundCells, clave: "A-2", sexo: "X" },
      { ...soundCells, clave: "A-1" },
    ];
    const { problems } = readTemplate(Buffer.from(sheetOf(rows)), sheetNow);
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [6, "sexo", "not_in_list"],
      [7, "clave", "key_twice"],
    ]);
  });

  it("with M beside H is not guessed", () => {
    const rows = [
      { ...soundCells, sexo: "H" },
      { ...soundCells, clave: "A-2", sexo: "M" },
    ];
    const read = readTemplate(Buffer.from(sheetOf(rows)), sheetNow);
    expect(read.problems.map(({ line, code }) => [line, code])).toEqual([[3, "sex_m"]]);
    expect(read.rows[0]?.row.content.person.sex).toBe("man");
    expect(readCells({ sexo: "M" }).rows[0]?.row.content.person.sex).toBe("man");
  });
});

describe("a file that is not the template", () => {
  const heads = sheetOf([]);
  it.each([
    ["", "empty_file"],
    [heads, "empty_file"],
    [`${heads}\r\n;;;;\r\n`, "empty_file"],
    [`${heads};veredicto\r\nA;B`, "column_verdict"],
    [`${heads};¿Es preso político?\r\nA;B`, "column_verdict"],
    [`${heads};teléfono de la madre\r\nA;B`, "column_unknown"],
    [`${heads};CLAVE\r\nA;B`, "column_twice"],
    [`${heads.replace("apellidos", "")}\r\nA;B`, "column_missing"],
    [`${heads}\r\nA;"B`, "quote_open"],
    ["PK\u0003\u0004", "workbook"],
  ])("%#: is refused as %s", (text, code) => {
    const { rows, problems } = readTemplate(Buffer.from(text), sheetNow);
    expect(rows).toEqual([]);
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  it("in no encoding of ours is refused", () => {
    const bytes = Buffer.concat([Buffer.from(sheetOf([soundCells])), Buffer.from([0x81, 0x8d])]);
    expect(readTemplate(bytes, sheetNow).problems[0]?.code).toBe("encoding");
  });

  it("with too many cells in a row is refused there", () => {
    const { problems } = readTemplate(Buffer.from(`${sheetOf([soundCells])};;;sobra`), sheetNow);
    expect(problems[0]).toMatchObject({ line: 2, code: "cells_count" });
  });
});

describe("every reason", () => {
  it.each(["es", "en"] as const)("has its sentence in %s, with the line and the column", (locale) => {
    for (const code of problemCodes) {
      const values = { cell: "x", list: "a · b", most: 3, found: 4, expected: 5, other: 6, megabytes: 7 };
      const words = problemWords({ line: 12, column: "lugar", code, values }, locale);
      expect(words, code).toMatch(/12.*lugar/);
      expect(words, code).not.toMatch(/problems\.|[{}]/);
    }
    for (const code of noticeCodes) {
      expect(noticeWords({ line: 12, column: null, code }, locale), code).not.toMatch(/notices\.|[{}]/);
    }
  });

  it("is reached by a row or a file of these tests", () => {
    const reached = new Set(bad.map(([, , code]) => code));
    const elsewhere = [
      "encoding",
      "not_a_csv",
      "workbook",
      "quote_open",
      "empty_file",
      "too_large",
      "too_many_rows",
      "column_missing",
      "column_unknown",
      "column_verdict",
      "column_twice",
      "cells_count",
      "key_twice",
      "sex_m",
      "contradiction",
    ];
    expect(problemCodes.filter((code) => !reached.has(code) && !elsewhere.includes(code))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { readDate } from "@/lib/cases/exchange/template/dates/rules";
import { readDocument } from "@/lib/cases/exchange/template/documents/rules";
import { readTemplate } from "@/lib/cases/exchange/template/rules";
import { type Column, columns } from "@/lib/cases/exchange/template/schema";
import { choicesOf, codeOf, entityOf, facilityOf, fold } from "@/lib/cases/exchange/template/words/rules";
import { capitalsSheet } from "@/tests/support/capitals";
import { readCells, sheetNow, sheetOf, soundCells } from "@/tests/support/sheet";

describe("a date", () => {
  it.each([
    ["02/08/2024", "2024-08-02", "2024-08-02"],
    ["2/8/2024", "2024-08-02", "2024-08-02"],
    ["2-8-2024", "2024-08-02", "2024-08-02"],
    ["02.08.2024", "2024-08-02", "2024-08-02"],
    ["2024-08-02", "2024-08-02", "2024-08-02"],
    ["2024-08-02 00:00:00", "2024-08-02", "2024-08-02"],
    ["02/08/2024 0:00", "2024-08-02", "2024-08-02"],
    ["2 de agosto de 2024", "2024-08-02", "2024-08-02"],
    ["2 DE AGOSTO DEL 2024", "2024-08-02", "2024-08-02"],
    ["02-ago-2024", "2024-08-02", "2024-08-02"],
    ["3 set 2024", "2024-09-03", "2024-09-03"],
    ["3 de setiembre de 2024", "2024-09-03", "2024-09-03"],
    ["03/04/2024", "2024-04-03", "2024-04-03"],
    ["08/2024", "2024-08-01", "2024-08-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["agosto 2024", "2024-08-01", "2024-08-31"],
    ["Agosto de 2024", "2024-08-01", "2024-08-31"],
    ["2023", "2023-01-01", "2023-12-31"],
    ["entre 29/07/2024 y 31/07/2024", "2024-07-29", "2024-07-31"],
    ["del 29/07/2024 al 02/08/2024", "2024-07-29", "2024-08-02"],
    ["29/07/2024 - 31/07/2024", "2024-07-29", "2024-07-31"],
    ["29/07/2024-31/07/2024", "2024-07-29", "2024-07-31"],
    ["29/07/2024 a 31/07/2024", "2024-07-29", "2024-07-31"],
    ["29-31/07/2024", "2024-07-29", "2024-07-31"],
    ["29 al 31 de julio de 2024", "2024-07-29", "2024-07-31"],
    ["entre julio de 2024 y agosto de 2024", "2024-07-01", "2024-08-31"],
    ["antes del 05/08/2024", null, "2024-08-05"],
    ["hasta el 05/08/2024", null, "2024-08-05"],
    ["después del 28/07/2024", "2024-07-28", null],
    ["desde agosto 2024", "2024-08-01", null],
    ["a partir del 28/07/2024", "2024-07-28", null],
    ["aprox. 02/08/2024", "2024-08-01", "2024-08-31"],
    ["hacia el 2 de agosto de 2024", "2024-08-01", "2024-08-31"],
    ["aproximadamente 2023", "2023-01-01", "2023-12-31"],
    ["principios de agosto de 2024", "2024-08-01", "2024-08-10"],
    ["mediados de agosto 2024", "2024-08-11", "2024-08-20"],
    ["finales de febrero 2024", "2024-02-21", "2024-02-29"],
  ])("%s", (written, earliest, latest) => {
    expect(readDate(written)).toEqual({ days: { earliest, latest } });
  });

  it("nobody knows is an open span, and one that would reach beyond today ends today", () => {
    const effective = (cell: string) =>
      readCells({ "fecha de detención": cell }).rows[0]?.row.content.facts?.[0]?.effective;
    expect(effective("no se sabe")).toEqual({ earliest: null, latest: null });
    expect(effective("2026")).toEqual({ earliest: "2026-01-01", latest: "2026-03-10" });
  });
});

describe("an identity document", () => {
  it.each([
    ["V-12.345.678", "V", "12345678"],
    ["v12345678", "V", "12345678"],
    ["V 12 345 678", "V", "12345678"],
    ["V.-12.345.678", "V", "12345678"],
    ["V - 12345678", "V", "12345678"],
    ["12345678", "V", "12345678"],
    ["12.345.678", "V", "12345678"],
    ["12,345,678", "V", "12345678"],
    ["12345678.0", "V", "12345678"],
    ["12345678,00", "V", "12345678"],
    ["012345678", "V", "12345678"],
    ["'12345678", "V", "12345678"],
    ["C.I.: 12 345 678", "V", "12345678"],
    ["CI V-12345678", "V", "12345678"],
    ["Cédula de identidad: V-12.345.678", "V", "12345678"],
    ["C.I. Nro. V-12.345.678", "V", "12345678"],
    ["E-84.123.456", "E", "84123456"],
    ["e84123456", "E", "84123456"],
  ])("%s", (written, kind, number) => {
    expect(readDocument(written, "")).toEqual({ document: { kind, number } });
  });

  it.each(["P-AB123456", "Pasaporte AB123456", "PASAPORTE Nro. AB-123456", "p:ab 123456"])(
    "%s",
    (written) => {
      const document = { kind: "passport", number: "AB123456", country: "Colombia" };
      expect(readDocument(written, "Colombia")).toEqual({ document });
    },
  );
});

describe("words", () => {
  it.each([
    ["LARA", "VE-K"],
    ["Edo. Lara", "VE-K"],
    ["ESTADO BOLIVARIANO DE MIRANDA", "VE-M"],
    ["ve-k", "VE-K"],
    ["Tachira", "VE-S"],
    ["ANZOATEGUI", "VE-B"],
    ["Vargas", "VE-X"],
    ["Dtto. Capital", null],
    ["DISTRITO CAPITAL", "VE-A"],
    ["Caracas", null],
  ])("%s is the entity %s", (written, code) => {
    expect(entityOf(written)).toBe(code);
  });

  it.each([
    ["CARCEL DE TOCORON", "TOCORON"],
    ["El Helicoide", "HELICOIDE"],
    ["SEBIN HELICOIDE", "HELICOIDE"],
    ["Internado Judicial Rodeo I", "RODEO1"],
    ["Rodeo 3", "RODEO3"],
    ["YARE II", "YARE2"],
    ["Ramo Verde", "RAMOVERDE"],
    ["INOF", "INOF"],
    ["Zona 7", "ZONA7"],
    ["una casa en La Vega", null],
    ["Trujillo ciudad", null],
    ["Monagas", null],
  ])("%s is the place %s", (written, code) => {
    expect(facilityOf(written)).toBe(code);
  });

  it("of one list never mean two codes", () => {
    const lists = [...new Set(columns.flatMap(({ list }) => (list ? [list] : []))), "origin" as const];
    expect(lists.length).toBeGreaterThan(14);
    for (const list of lists)
      for (const { code, ways } of choicesOf(list))
        for (const way of ways) expect(codeOf(list, way), `${list}: ${way}`).toBe(code);
  });
});

describe("a sheet", () => {
  const text = sheetOf([{ ...soundCells, nombres: "Ñusta Inés", notas: 'dijo: "ya"; y\r\nse fue' }]);
  const facts = (bytes: Uint8Array) => {
    const { rows, problems, notices } = readTemplate(bytes, sheetNow);
    return {
      names: rows.map(({ row }) => row.content.person.givenNames),
      problems,
      notices: notices.map(({ code }) => code),
    };
  };

  it.each<[string, Uint8Array, string[]]>([
    ["UTF-8", Buffer.from(text), []],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${text}`), []],
    ["Windows-1252", Buffer.from(text, "latin1"), ["windows_1252"]],
    ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le"), ["utf_16"]],
    ["line feeds alone", Buffer.from(text.replaceAll("\r\n", "\n")), []],
    ["old line ends", Buffer.from(text.replaceAll("\r\n", "\r")), []],
    ["a hint before", Buffer.from(`sep=;\r\n${text}`), []],
    ["blank lines before", Buffer.from(`\r\n;;\r\n${text}`), []],
  ])("in %s reads alike", (_, bytes, notices) => {
    expect(facts(bytes)).toEqual({ names: ["Ñusta Inés"], problems: [], notices });
  });

  it("parted by commas or tabs, reordered, with heads in capitals and empty columns reads alike", () => {
    const heads: Column[] = ["fuente 1", "apellidos", "nombres", "fecha de detención", "clave"];
    const plain = sheetOf([soundCells], heads);
    for (const delimiter of [",", "\t"]) {
      const other = plain.replaceAll(";", delimiter);
      const [first = "", second = ""] = other.split("\r\n");
      const shouted = `${first.toUpperCase().replaceAll("Ó", "O").replaceAll(" ", "_")}${delimiter}${delimiter}\r\n${second}${delimiter}${delimiter}`;
      expect(facts(Buffer.from(shouted))).toMatchObject({
        names: ["Yusmary"],
        problems: [],
        notices: ["no_permission"],
      });
    }
  });

  it("keeps formulas as text and says so", () => {
    const { rows, notices } = readCells({ apellidos: '=HYPERLINK("http://x")', notas: "+58 no" });
    expect(rows[0]?.row.content.person.surnames).toBe('=HYPERLINK("http://x")');
    expect(rows[0]?.row.words.quotation).toContain("notas: +58 no");
    expect(notices.map(({ column, code }) => `${column} ${code}`)).toEqual([
      "apellidos formula_kept",
      "notas formula_kept",
    ]);
  });

  it("says that nobody knows in many ways", () => {
    for (const nothing of ["-", "S/I", "n/a", "NO CONSTA", "?", "sin información", "desconocido"]) {
      const { rows, problems } = readCells({
        sexo: nothing,
        documento: nothing,
        lugar: nothing,
        "fecha de nacimiento": nothing,
      });
      expect(problems, nothing).toEqual([]);
      expect(rows[0]?.row.content.person, nothing).toMatchObject({
        sex: "unknown",
        idDocument: null,
        birthDate: null,
      });
    }
  });

  it("bears no verdict: the only word on vetting is that the case waits", () => {
    const states = readCells({
      situación: "localizado",
      "tipo de excarcelación": "con medidas",
      medidas: "presentación, grillete",
    }).rows[0]?.row.content.facts;
    expect(states?.filter((fact) => fact.track === "vetting").map((fact) => fact.state)).toEqual([
      "pending_evaluation",
    ]);
    expect(columns.filter(({ head }) => /veredicto|verific/.test(fold(head)))).toEqual([]);
  });

  it("held elsewhere than taken is two facts, and the place says its own state", () => {
    const [first, second] =
      readCells({ "estado donde fue detenida": "LARA", lugar: "TOCORON", paradero: "se sabe" }).rows[0]?.row
        .content.facts ?? [];
    expect(first).toMatchObject({ state: "apprehended", entity: "VE-K" });
    expect(second).toMatchObject({
      state: "apprehended",
      entity: "VE-D",
      facility: "TOCORON",
      whereabouts: "known",
    });
  });

  it("of sixty rows in capitals without accents, as one is really kept, comes in whole", () => {
    const read = readTemplate(Buffer.from(capitalsSheet(), "latin1"), sheetNow);
    expect(read.problems).toEqual([]);
    expect(read.rows).toHaveLength(60);
    const facts = read.rows.flatMap(({ row }) => row.content.facts ?? []);
    expect(facts.filter((fact) => fact.state === "released_with_measures")).toHaveLength(10);
    expect(facts.filter((fact) => fact.track === "measure")).toHaveLength(20);
    expect(new Set(facts.map((fact) => fact.entity).filter(Boolean)).size).toBeGreaterThan(9);
    const [first] = read.rows;
    expect(first?.row.content.person).toMatchObject({
      surnames: "MENDEZ ROJAS A",
      idDocument: { kind: "V", number: "99100100" },
    });
    expect(first?.row.words.quotation).toContain("LE REVISARON EL TELEFONO");
  });
});

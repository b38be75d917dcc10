import type { Column, Row } from "@/lib/cases/exchange/template/schema";
import { sheetOf } from "./sheet";

const names =
  "JOSE GREGORIO|MARIA FERNANDA|LUIS ALBERTO|YUSMARY DEL CARMEN|WUILMER ANTONIO|KEIBERTH JOSUE|ANA KARINA|PEDRO LUIS|YORGELIS|ROSA INES|CARLOS EDUARDO|LEIDY".split(
    "|",
  );
const surnames =
  "MENDEZ ROJAS|PENA QUINTERO|HERNANDEZ DIAZ|RIVAS COLMENARES|ZAMBRANO GIL|VILLEGAS PINTO|DUQUE SERRANO|SALAS PARRA|CASTILLO MORA|PAREDES LUNA".split(
    "|",
  );
const documents = [
  (n: number) => `V-99.${100 + n}.${100 + n}`,
  (n: number) => `V99${100 + n}${100 + n}`,
  (n: number) => `E-99.${100 + n}.${200 + n}`,
  () => "S/I",
  (n: number) => `C.I. V 99 ${100 + n} ${300 + n}`,
];
const entities =
  "LARA|EDO. ZULIA|DISTRITO CAPITAL|ESTADO MIRANDA|TACHIRA|ANZOATEGUI|CARABOBO|VARGAS|BOLIVAR|MERIDA".split(
    "|",
  );
const dates =
  "02/08/2024|29/07/2024|AGOSTO 2024|2024-11-05|03-ENE-2025|ENTRE 29/07/2024 Y 31/07/2024|10.01.2025|HACIA AGOSTO DE 2024|2025|09/2024".split(
    "|",
  );
const forces = "PNB|SEBIN|DGCIM|GNB, CONAS|FAES|POLICIA NACIONAL|ENCAPUCHADOS|CICPC / PNB|MILITARES"
  .split("|")
  .slice(0, 8);
const places =
  "CARCEL DE TOCORON|EL HELICOIDE|RODEO I|YARE III|RAMO VERDE|S/I|COMANDO GNB|TOCUYITO|ZONA 7|CASA DE LA ABUELA".split(
    "|",
  );
const process_ = "IMPUTADO|ACUSADA|EN JUICIO|CONDENADO|PRIVATIVA|S/I".split("|");

const at = <Item>(list: readonly Item[], n: number): Item => list[n % list.length] as Item;

/** Sixty rows as an organisation really keeps them: capitals, no accents, a dash here and "S/I" there. Everybody is invented. */
export function capitalsSheet(rows = 60): string {
  const heads: Column[] = [
    "clave",
    "apellidos",
    "nombres",
    "documento",
    "sexo",
    "edad al ser detenida",
    "nacionalidad",
    "civil o militar",
    "sector",
    "fecha de detención",
    "estado donde fue detenida",
    "cuerpos que la detuvieron",
    "lugar",
    "paradero",
    "situación procesal",
    "tipo de excarcelación",
    "fecha de excarcelación",
    "medidas",
    "fuente 1",
    "origen 1",
    "fuente 2",
    "origen 2",
    "permiso para contar",
    "permiso dado por",
    "fecha del permiso",
    "notas",
  ];
  const all = Array.from({ length: rows }, (_, n): Partial<Row> => {
    const isOut = n % 6 === 5;
    return {
      clave: `FP-${1000 + n}`,
      apellidos: `${at(surnames, n)} ${"ABCDEFGHIJ".charAt(Math.floor(n / 10) % 10)}`,
      nombres: at(names, n),
      documento: at(documents, n)(n),
      sexo: at(["M", "F"], n),
      "edad al ser detenida": at(["34", "MENOR", "41 AÑOS", "-", "15-17"], n),
      nacionalidad: at(["VENEZOLANA", "VENEZOLANO", "COLOMBO-VENEZOLANA", "EXTRANJERO"], n),
      "civil o militar": at(["CIVIL", "CIVIL", "MILITAR RETIRADO"], n),
      sector: at(["ESTUDIANTE", "ACTIVISTA POLITICO", "PERIODISTA", "DOCENTE", "S/I", "TESTIGO DE MESA"], n),
      "fecha de detención": at(dates, n),
      "estado donde fue detenida": at(entities, n),
      "cuerpos que la detuvieron": at(forces, n),
      ...(isOut
        ? {
            "tipo de excarcelación": "CON MEDIDAS",
            "fecha de excarcelación": "25/01/2026",
            medidas: "PRESENTACION, PROHIBICION DE SALIDA DEL PAIS",
          }
        : {
            lugar: at(places, n),
            paradero: at(["SE SABE", "NO CONSTA", "NIEGAN"], n),
            "situación procesal": at(process_, n),
          }),
      "fuente 1": at(["FAMILIAR", "ABOGADO", "MADRE"], n),
      "origen 1": "FAMILIA",
      "fuente 2": at(["PRENSA", "", "LISTA DE ONG"], n),
      "origen 2": at(["PRENSA: DIARIO INVENTADO", "", "ONG: OTRA INVENTADA"], n),
      ...(n % 7 === 3
        ? {}
        : {
            "permiso para contar": "SI",
            "permiso dado por": at(["MADRE", "ABOGADO"], n),
            "fecha del permiso": "15/01/2026",
          }),
      notas: n % 4 === 0 ? 'DETENIDO EN UNA ALCABALA;\r\nLE REVISARON EL TELEFONO ("WHATSAPP")' : "",
    };
  });
  return sheetOf(all, heads);
}

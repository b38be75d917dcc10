/** A pair of the real ledger as a careful reader tells it: written by hand from the notes of its sources, not from the rules. */
export interface Reading {
  name: string;
  pair: [string, string];
  /** A figure that later took the place of the second. */
  replaced?: string;
  /** What sets the two apart; each must be said. */
  apart: string[];
  /** What is true of them, whole. */
  true: string;
  /** What nobody may read out of them: differences, sums and dates that no source gave. */
  never: RegExp;
}

const days = (from: string, to: string) =>
  `desde el ${from} de enero de 2026 hasta el ${to} de enero de 2026`;
const notFalse = "No confirmado no significa falso.";

export const readings: Reading[] = [
  {
    name: "406 / 84",
    pair: ["presidency-rel-2026-01-14", "foro-penal-rel-2026-01-14-2030"],
    apart: [
      "406 es lo que la autoridad da por cumplido, y 84, lo verificado caso por caso",
      "406 incluye a cualquier persona, sin criterio publicado",
      "406 cuenta desde diciembre de 2025 (día no conocido), y 84, desde el 8 de enero de 2026",
    ],
    true: `De 406 anunciadas, el Gobierno publicó 0 nombres; Foro Penal verificó 84 personas de su lista ${days("8", "14")} a las 8:30 p. m. ${notFalse}`,
    never: /\b(322|212|201)\b|1 de diciembre/,
  },
  {
    name: "808 / 383",
    pair: ["interior-ministry-rel-2026-01-26", "foro-penal-rel-2026-01-26-since-dec"],
    apart: [
      "808 cuenta desde una fecha que la fuente no precisa (hacia diciembre de 2025), y 383, desde diciembre de 2025 (día no conocido)",
      "las fuentes de 808 discrepan sobre el número",
    ],
    true: `De 808 anunciadas, el Gobierno publicó 0 nombres; Foro Penal verificó 383 personas de su lista desde diciembre de 2025 (día no conocido) hasta el 26 de enero de 2026. ${notFalse}`,
    never: /\b(425|542)\b|1 de diciembre/,
  },
  {
    name: "808 / 266",
    pair: ["interior-ministry-rel-2026-01-26", "foro-penal-rel-2026-01-26-0900"],
    apart: ["y 266, desde el 8 de enero de 2026", "y 266, hasta el 26 de enero de 2026 a las 9:00 a. m."],
    true: `De 808 anunciadas, el Gobierno publicó 0 nombres; Foro Penal verificó 266 personas de su lista ${days("8", "26")} a las 9:00 a. m. ${notFalse}`,
    never: /\b(425|542)\b|1 de diciembre/,
  },
  {
    name: "777 (19 January) / 1,345 (15 January)",
    pair: ["foro-penal-held-2026-01-19-2145", "clippve-held-2026-01-15"],
    apart: [
      "777 es al 19 de enero de 2026 a las 9:45 p. m., y más de 1.345, según lo dicho el 15 de enero de 2026 (sin fecha de corte)",
    ],
    true: "Foro Penal tenía en su lista verificada 777 personas detenidas, al 19 de enero de 2026 a las 9:45 p. m.; CLIPPVE contaba más de 1.345 personas detenidas, según lo dicho el 15 de enero de 2026 (sin fecha de corte). Son dos registros distintos, no dos cálculos de una misma lista: no se suman ni se promedian.",
    never: /\b(568|569)\b|2\.122/,
  },
  {
    name: "863 / 84",
    pair: ["foro-penal-held-2025-12-29", "foro-penal-rel-2026-01-14-2030"],
    apart: ["863 son personas detenidas en una fecha, y 84, salidas de prisión en un período"],
    true: `Foro Penal tenía en su lista verificada 863 personas detenidas, al 29 de diciembre de 2025; Foro Penal verificó 84 personas de su lista ${days("8", "14")} a las 8:30 p. m. Las salidas no bajan ese número una por una: mientras tanto se siguen conociendo y verificando casos anteriores.`,
    never: /\b779\b/,
  },
  {
    name: "80, then 104: who said it is in doubt",
    pair: ["government-rel-undated", "foro-penal-rel-2026-01-25-day-am"],
    replaced: "foro-penal-rel-2026-01-25-2000-day",
    apart: ["las fuentes de al menos 80 (el Gobierno) discrepan sobre quién dio la cifra"],
    true: "Las fuentes no coinciden en quién dio la cifra de al menos 80: es la misma que dio Foro Penal (el 25 de enero de 2026). Después esa organización la cambió por 104. Queda fuera de la serie oficial hasta que una persona lo confirme.",
    never: /\b(24|184)\b/,
  },
  {
    name: "116 / 73",
    pair: ["penitentiary-ministry-rel-2026-01-12", "pud-rel-2026-01-12"],
    apart: ["116 cuenta toda excarcelación, y 73, «liberaciones» sin precisar de qué tipo"],
    true: `De 116 anunciadas, el Gobierno publicó 0 nombres; la Plataforma Unitaria contó 73 salidas ${days("8", "12")}.`,
    never: /\b(43|189)\b/,
  },
  {
    name: "116 / 53",
    pair: ["penitentiary-ministry-rel-2026-01-12", "jep-rel-2026-01-12"],
    apart: [
      "las fuentes de 53 discrepan sobre el período",
      "116 cuenta personas o actos, sin precisar, y 53, personas",
    ],
    true: `De 116 anunciadas, el Gobierno publicó 0 nombres; JEP verificó 53 personas de su lista desde el 8 de enero de 2026 hasta una fecha que la fuente no precisa (hacia el 12 de enero de 2026). ${notFalse}`,
    never: /\b(63|169)\b/,
  },
  {
    name: "more than 400 / 56",
    pair: ["national-assembly-rel-2026-01-13", "foro-penal-rel-2026-01-13"],
    apart: ["más de 400 cuenta desde el 23 de diciembre de 2025, y 56, desde el 8 de enero de 2026"],
    true: `De más de 400 anunciadas, la Asamblea Nacional publicó 0 nombres; Foro Penal verificó 56 personas de su lista ${days("8", "13")}. ${notFalse}`,
    never: /\b(344|345)\b/,
  },
  {
    name: "179 / 48",
    pair: ["public-ministry-rel-2024-12-14", "foro-penal-rel-2024-12-14"],
    apart: [
      "179 es lo pedido a los tribunales, y 48, lo verificado caso por caso",
      "179 cuenta actos, y 48, personas",
    ],
    true: `De 179 solicitadas a los tribunales, el Ministerio Público publicó 0 nombres; Foro Penal verificó 48 personas de su lista desde el 10 de diciembre de 2024 hasta el 14 de diciembre de 2024. ${notFalse}`,
    never: /\b131\b/,
  },
  {
    name: "177 / 109",
    pair: ["national-assembly-rel-2026-02-23", "foro-penal-rel-2026-02-23-amnesty-list"],
    apart: [
      "177 cuenta solo salidas por la amnistía, y 109, solo libertades plenas",
      "la detención domiciliaria no consta si se cuenta en 177 y no se cuenta en 109",
    ],
    true: `De 177 anunciadas, la Asamblea Nacional publicó 0 nombres; Foro Penal verificó 109 personas de su lista desde el 20 de febrero de 2026 hasta el 23 de febrero de 2026. ${notFalse}`,
    never: /\b68\b/,
  },
  {
    name: "245 / 144",
    pair: ["national-assembly-rel-2026-03-02", "jep-rel-2026-03-02-post-amnesty"],
    apart: ["245 cuenta solo salidas por la amnistía, y 144, toda excarcelación"],
    true: `De 245 anunciadas, la Asamblea Nacional publicó 0 nombres; JEP verificó 144 personas de su lista desde el 20 de febrero de 2026 hasta el 2 de marzo de 2026. ${notFalse}`,
    never: /\b101\b/,
  },
];

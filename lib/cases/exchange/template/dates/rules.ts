import type { ProblemCode } from "../schema";

/** The whole span a written date can mean, as days; null is an open side. */
export interface Days {
  earliest: string | null;
  latest: string | null;
}
export type ReadDate = { days: Days } | { code: ProblemCode };

const months =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
const MONTH = "(?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic)[a-z]*";
const two = (n: number) => String(n).padStart(2, "0");
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function monthOf(word: string): number | null {
  if (["set", "sept", "setiembre"].includes(word)) return 9;
  const index = months.findIndex((month) => month === word || (word.length === 3 && month.startsWith(word)));
  return index < 0 ? null : index + 1;
}

const span = (year: number, month: number, first: number, last: number): ReadDate => {
  if (month < 1 || month > 12) {
    return { code: first <= 12 && month <= 31 ? "date_month_first" : "date_impossible" };
  }
  if (first < 1 || last > lastOf(year, month) || year < 1900) return { code: "date_impossible" };
  if (first > last) return { code: "date_reversed" };
  const day = (n: number) => `${year}-${two(month)}-${two(n)}`;
  return { days: { earliest: day(first), latest: day(last) } };
};

const wholeMonth = (year: number, month: number): ReadDate => {
  if (month < 1 || month > 12) return { code: "date_impossible" };
  return span(year, month, 1, lastOf(year, month));
};

type Reader = (groups: string[]) => ReadDate;
const n = (text: string | undefined) => Number(text ?? Number.NaN);
const named = (word: string | undefined, then: (month: number) => ReadDate): ReadDate => {
  const month = monthOf(word ?? "");
  return month === null ? { code: "date_unreadable" } : then(month);
};
const SEP = "[ /.-]";

/** One date without any word around it. Day before month, always; nothing is ever read month first. */
const forms: [RegExp, Reader][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([, y, m, d]) => span(n(y), n(m), n(d), n(d))],
  [/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, ([, y, m, d]) => span(n(y), n(m), n(d), n(d))],
  [new RegExp(`^(\\d{1,2})${SEP}(\\d{1,2})${SEP}(\\d{4})$`), ([, d, m, y]) => span(n(y), n(m), n(d), n(d))],
  [
    new RegExp(`^(\\d{1,2})${SEP}(?:de )?(${MONTH})[ /.-]+(?:del? )?(\\d{4})$`),
    ([, d, m, y]) => named(m, (month) => span(n(y), month, n(d), n(d))),
  ],
  [
    /^(\d{1,2}) ?(?:-|–|al?|y) ?(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/,
    ([, a, b, m, y]) => span(n(y), n(m), n(a), n(b)),
  ],
  [
    new RegExp(`^(\\d{1,2}) ?(?:-|–|al?|y) ?(\\d{1,2}) (?:de )?(${MONTH}) (?:del? )?(\\d{4})$`),
    ([, a, b, m, y]) => named(m, (month) => span(n(y), month, n(a), n(b))),
  ],
  [/^(\d{1,2})[/.-](\d{4})$/, ([, m, y]) => wholeMonth(n(y), n(m))],
  [/^(\d{4})[-/](\d{1,2})$/, ([, y, m]) => wholeMonth(n(y), n(m))],
  [
    new RegExp(`^(${MONTH})[ /.-]+(?:del? )?(\\d{4})$`),
    ([, m, y]) => named(m, (month) => wholeMonth(n(y), month)),
  ],
  [
    new RegExp(
      `^(principios|inicios|comienzos|mediados|finales|fines) (?:de )?(${MONTH}) (?:del? )?(\\d{4})$`,
    ),
    ([, part, m, y]) =>
      named(m, (month) => {
        if (part === "mediados") return span(n(y), month, 11, 20);
        return part?.startsWith("fin")
          ? span(n(y), month, 21, lastOf(n(y), month))
          : span(n(y), month, 1, 10);
      }),
  ],
  [
    /^(?:ano )?(\d{4})$/,
    ([, y]) =>
      n(y) < 1900 ? { code: "date_impossible" } : { days: { earliest: `${y}-01-01`, latest: `${y}-12-31` } },
  ],
];

const about =
  /^(?:aprox(?:imadamente|imada)?\.?|hacia|cerca|alrededor|circa|ca?\.|~|mas o menos|como)\s*(?:del? |el )?/;
const until = /^(?:antes|hasta)\s+(?:del? |el )?/;
const since = /^(?:despues|desde|a partir)\s+(?:del? |el )?/;
const between = /^(?:entre|del?|desde)\s+(?:el )?(.+?)\s+(?:y|al?|hasta)\s+(?:el )?(.+)$/;
const joined =
  /^(\S{8,10}|\d{1,2} de \S+ (?:de )?\d{4})\s*(?:–|-|al?|y|hasta)\s*(\S{8,10}|\d{1,2} de \S+ (?:de )?\d{4})$/;

/** What a written date can mean, or why it is not read. Nothing is guessed: neither the century nor the order of day and month. */
export function readDate(written: string): ReadDate {
  const text = written
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[ t]0?0:00(:00)?(\.0+)?( ?a\. ?m\.)?$/, "")
    .trim();
  const range = between.exec(text) ?? joined.exec(text);
  if (range && plain(text) === null) return rangeOf(range[1] ?? "", range[2] ?? "");
  for (const [words, widen] of [
    [about, wholeMonthOf],
    [until, (days: Days) => ({ ...days, earliest: null })],
    [since, (days: Days) => ({ ...days, latest: null })],
  ] as const) {
    if (!words.test(text)) continue;
    const inner = plain(text.replace(words, ""));
    if (inner) return "code" in inner ? inner : { days: widen(inner.days) };
  }
  return plain(text) ?? { code: shapeOf(text) };
}

function plain(text: string): ReadDate | null {
  for (const [form, read] of forms) {
    const groups = form.exec(text);
    if (groups) return read([...groups]);
  }
  return null;
}

function rangeOf(from: string, to: string): ReadDate {
  const [first, last] = [plain(from), plain(to)];
  if (!first || !last) return { code: shapeOf(first ? to : from) };
  if ("code" in first) return first;
  if ("code" in last) return last;
  const days = { earliest: first.days.earliest, latest: last.days.latest };
  return (days.earliest ?? "") > (days.latest ?? "9") ? { code: "date_reversed" } : { days };
}

/** An approximate day is the month it names, as on the families' form; an approximate year is that year. */
function wholeMonthOf({ earliest, latest }: Days): Days {
  if (!earliest || !latest || earliest.slice(0, 7) !== latest.slice(0, 7)) return { earliest, latest };
  const [year, month] = earliest.split("-").map(Number);
  return {
    earliest: `${earliest.slice(0, 7)}-01`,
    latest: `${earliest.slice(0, 7)}-${lastOf(year ?? 0, month ?? 1)}`,
  };
}

function shapeOf(text: string): ProblemCode {
  if (new RegExp(`(^|\\D)(\\d{1,2}|${MONTH})[ /.-](?:\\d{1,2}[ /.-])?'?\\d{2}$`).test(text))
    return "date_two_digits";
  if (/^\d{5}([.,]\d+)?$/.test(text)) return "date_serial";
  return "date_unreadable";
}

import { stringify } from "csv-stringify/sync";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import type { ReadTemplate } from "../rules";
import { columns, type TemplateNotice, type TemplateProblem } from "../schema";
import { choicesOf, fold } from "../words/rules";

/** As spreadsheets in Spanish open it without asking: marked UTF-8, semicolons, formulas made text. */
const sheet = (rows: readonly (readonly string[])[]): string =>
  stringify([...rows], { bom: true, delimiter: ";", record_delimiter: "windows", escape_formulas: true });

/** The empty template: its heads and one invented row to write over. */
export const emptyTemplate = (): string =>
  sheet([columns.map(({ head }) => head), columns.map(({ example }) => example)]);

/** A problem or a notice as whoever must mend the sheet reads it: the line, the column, why, and what to do. */
export function problemWords(problem: TemplateProblem, locale: Locale): string {
  return placed(problem, reasonOf(problem, locale), locale);
}

export const noticeWords = (notice: TemplateNotice, locale: Locale): string =>
  placed(notice, translator(locale, "imports")(`notices.${notice.code}`), locale);

const reasonOf = ({ code, values }: TemplateProblem, locale: Locale): string =>
  wordsOf(locale, "imports").say(`problems.${code}`, values);

function placed(
  { line, column }: { line: number; column: string | null },
  what: string,
  locale: Locale,
): string {
  const t = translator(locale, "imports");
  return column === null ? t("said.lineOnly", { line, what }) : t("said.line", { line, column, what });
}

/** The refused rows under their own heads, each with its line and its reasons first: to be mended and brought again. */
export function badRows({ head, bad, problems }: ReadTemplate, locale: Locale): string {
  const t = translator(locale, "imports");
  const rows = bad.map(({ line, cells }) => {
    const reasons = problems
      .filter((problem) => problem.line === line)
      .map((problem) => `${problem.column ? `${problem.column}: ` : ""}${reasonOf(problem, locale)}`);
    return [String(line), reasons.join(" "), ...cells];
  });
  return sheet([[t("said.lineHead"), t("said.reasons"), ...head], ...rows]);
}

/** `fecha de detención` as the key of its sentence: `fechaDeDetencion`. */
export const wordsKey = (head: string): string =>
  fold(head).replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());

/** Every column, what goes in it and what it may say, as a page in Markdown: written from the same lists by which a file is read. */
export function columnsPage(locale: Locale): string {
  const t = translator(locale, "imports");
  const { say } = wordsOf(locale, "imports");
  const rows = columns.map(({ head, kind, required, list, example }) => {
    const choices = list
      ? choicesOf(list).map(({ ways }) => (list === "giver" ? (ways[1] ?? "") : (ways[0] ?? "")))
      : [];
    const origins = kind === "origin" ? choicesOf("origin").map(({ ways }) => ways[1] ?? "") : choices;
    const what = [
      say(`columnWords.${wordsKey(head)}`),
      say(`kinds.${kind}`),
      ...(origins.length > 0 ? [t("columns.choices", { list: origins.join(" · ") })] : []),
      ...(example ? [t("columns.example", { example })] : []),
    ];
    return `| \`${head}\` | ${required ? t("columns.required") : t("columns.optional")} | ${what.join(" ").replaceAll("|", "\\|")} |`;
  });
  return [
    `# ${t("columns.title")}`,
    "",
    `${t("columns.nothing")}`,
    "",
    `| ${t("columns.head")} | ${t("columns.need")} | ${t("columns.what")} |`,
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

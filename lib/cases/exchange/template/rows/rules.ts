import { readCase } from "../../lines/rules";
import type { Days } from "../dates/rules";
import {
  type Column,
  columns,
  type ProblemCode,
  type Row,
  type TemplateNotice,
  type TemplateProblem,
} from "../schema";
import { facilityOf, fold, saysNothing } from "../words/rules";
import { checkCells, datesIn } from "./cells/rules";
import { factsIn } from "./facts/rules";
import { personIn } from "./person/rules";
import type { Reading, ReadRow, RowWords } from "./schema";
import { permissionsIn, sourcesIn } from "./sources/rules";

export interface RowContext {
  line: number;
  today: string;
  now: Date;
  menAreH: boolean;
}

export interface JudgedRow {
  read: ReadRow | null;
  problems: TemplateProblem[];
  notices: TemplateNotice[];
}

/** One row as a case that waits for evaluation, or everything that is wrong with it, each at its column. */
export function readRow(row: Row, { line, today, now, menAreH }: RowContext): JudgedRow {
  const problems: TemplateProblem[] = [];
  const notices: TemplateNotice[] = [];
  const reading: Reading = {
    row,
    line,
    today,
    menAreH,
    problems,
    notices,
    refuse: (column, code, values = {}) => void problems.push({ line, column, code, values }),
    notice: (column, code) => void notices.push({ line, column, code }),
  };
  checkCells(reading);
  for (const { head, required } of columns)
    if (required && fold(row[head]) === "") reading.refuse(head, "required");
  const detained: Days | null = datesIn(reading, "fecha de detención");
  const person = personIn(reading, detained);
  const sources = sourcesIn(reading);
  const told = factsIn(reading, detained, sources);
  const content = {
    type: "case" as const,
    key: row.clave,
    person,
    permissions: permissionsIn(reading),
    facts: told.facts,
  };
  if (problems.length === 0) {
    for (const { where } of readCase(JSON.stringify(content), line, "now", now).problems) {
      const fact = Number(/^facts\[(\d+)\]/.exec(where)?.[1] ?? Number.NaN);
      reading.refuse(told.columns[fact] ?? "clave", "contradiction" satisfies ProblemCode);
    }
  }
  return {
    read: problems.length > 0 ? null : { content, words: wordsOf(row) },
    problems,
    notices,
  };
}

/** What is kept sealed of the row: its notes, a site that is in no list, the permission's date. No vetter should need the sheet again. */
function wordsOf(row: Row): RowWords {
  const said: Column[] = ["notas", "permiso para contar", "permiso dado por", "fecha del permiso"];
  if (facilityOf(row.lugar) === null) said.push("lugar");
  const quoted = said.filter((head) => !saysNothing(row[head])).map((head) => `${head}: ${row[head]}`);
  return { title: row.clave, quotation: quoted.join("\n").slice(0, 4000) };
}

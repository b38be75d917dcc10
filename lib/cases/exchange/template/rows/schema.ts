import type { WrittenCase } from "../../schema";
import type { Column, NoticeCode, ProblemCode, Row, TemplateNotice, TemplateProblem } from "../schema";

/** What a row says in words beside its facts: sealed with the case as a lead, never in a plain column. */
export interface RowWords {
  title: string;
  quotation: string;
}

/** One row as the registry takes it in, with the words that travel sealed beside it. */
export interface ReadRow {
  content: WrittenCase;
  words: RowWords;
}

/** While a row is read: its cells, the day it is read on, and where what is wrong is written down. */
export interface Reading {
  row: Row;
  line: number;
  /** Today, as a date in Caracas. */
  today: string;
  /** The file writes H for men, so that M could be a woman. */
  menAreH: boolean;
  problems: TemplateProblem[];
  notices: TemplateNotice[];
  refuse: (column: Column, code: ProblemCode, values?: TemplateProblem["values"]) => void;
  notice: (column: Column, code: NoticeCode) => void;
}

import { Refusal } from "@/lib/core/refusal";
import type { Claim } from "../schema";

/** The columns of a claims file, in its order. All must be there, and no other. */
export const columns = [
  "claim_id",
  "stated_on",
  "stated_at_local",
  "as_of",
  "claimant",
  "claimant_kind",
  "measure",
  "period_start",
  "period_end",
  "value",
  "qualifier",
  "population",
  "men",
  "women",
  "civilians",
  "military",
  "adults",
  "adolescents",
  "convicted",
  "not_convicted",
  "foreign_nationals",
  "whereabouts_unknown",
  "verified",
  "source_title",
  "source_outlet",
  "source_url",
  "source_published_on",
  "quote",
  "note",
  "kind",
  "stage",
  "release_scope",
  "start_precision",
  "end_precision",
  "names_published",
  "unit",
  "house_arrest_counted",
  "relates_to",
  "conflict",
] as const;
export type Column = (typeof columns)[number];
export type Row = Record<Column, string>;

export type CellError =
  | "encoding"
  | "not_csv"
  | "empty_file"
  | "too_large"
  | "column_missing"
  | "column_unknown"
  | "column_twice"
  | "cells_count"
  | "required"
  | "not_allowed"
  | "not_a_date"
  | "not_a_moment"
  | "in_future"
  | "not_a_number"
  | "id_form"
  | "id_twice"
  | "formula"
  | "control_character"
  | "too_long"
  | "quote_too_long"
  | "url_form"
  | "period_reversed"
  | "bound_without_precision"
  | "precision_without_bound"
  | "scope_missing"
  | "scope_not_release"
  | "part_exceeds_value"
  | "value_missing"
  | "relation_form"
  | "relation_unknown"
  | "relation_to_itself"
  | "relation_circle";

/** One thing wrong in a file: where, in which column, and what. Never carries the cell's content further than its first words. */
export interface LineError {
  line: number;
  column: string | null;
  code: CellError;
  values: Record<string, string | number>;
}

/** A row that was read: where it stood, what it says, and the fingerprint by which reading it again changes nothing. */
export interface ReadClaim {
  line: number;
  claim: Claim;
  fingerprint: Buffer;
}

/** A file of which at least one line cannot be believed. Nothing of it was kept. */
export class FileRefusal extends Refusal {
  constructor(readonly errors: LineError[]) {
    super("file_invalid", { count: errors.length });
  }
}

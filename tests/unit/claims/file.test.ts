import { describe, expect, it } from "vitest";
import { readClaims } from "@/lib/claims/file/rules";
import { columns } from "@/lib/claims/file/schema";
import { file } from "./ledger";

const today = "2026-04-01";
const [header = "", ...lines] = file.split("\r\n");
const good = lines.find((line) => line.startsWith("foro-penal-held-2026-02-02,")) ?? "";
const cells = good.split(",");
const at = (column: (typeof columns)[number]) => columns.indexOf(column);

/** A one-row file with some cells changed; the row holds no comma inside a cell. */
const rowWith = (changes: Partial<Record<(typeof columns)[number], string>>): string =>
  columns.map((name, i) => changes[name] ?? cells[i] ?? "").join(",");
const errorsOf = (text: string | Uint8Array, known: string[] = []) =>
  readClaims(text, new Set(known), today).errors.map(({ line, column, code }) => [line, column, code]);

describe("a file of claims", () => {
  it("of ours is read whole, without an error or a flag", () => {
    const { claims, errors } = readClaims(file, new Set(), today);
    expect(errors).toEqual([]);
    expect(claims).toHaveLength(343);
    expect(claims.flatMap(({ claim }) => claim.flags)).toEqual([]);
    expect(cells).toHaveLength(columns.length);
  });

  it("is read with a byte order mark and with either line ending", () => {
    expect(errorsOf(`\uFEFF${header}\n${good}\n`)).toEqual([]);
  });

  it.each<[string, Parameters<typeof rowWith>[0], string, string]>([
    ["an id with capitals", { claim_id: "Foro" }, "claim_id", "id_form"],
    ["an id with two hyphens together", { claim_id: "foro--penal" }, "claim_id", "id_form"],
    ["no claimant", { claimant: "" }, "claimant", "required"],
    ["a word that is not allowed", { stage: "done" }, "stage", "not_allowed"],
    ["no kind", { kind: "" }, "kind", "required"],
    ["a day that does not exist", { stated_on: "2026-02-30" }, "stated_on", "not_a_date"],
    ["a date the other way round", { stated_on: "02/02/2026" }, "stated_on", "not_a_date"],
    ["an hour that does not exist", { as_of: "2026-02-02T25:00" }, "as_of", "not_a_moment"],
    ["a future date", { stated_on: "2026-04-02" }, "stated_on", "in_future"],
    ["a number with a thousands point", { value: "1.345" }, "value", "not_a_number"],
    ["a negative number", { men: "-5" }, "men", "formula"],
    ["no number", { value: "", men: "", women: "", civilians: "", military: "" }, "value", "value_missing"],
    ["a formula", { quote: "=HYPERLINK(1)" }, "quote", "formula"],
    ["a script for an address", { source_url: "javascript:alert(1)" }, "source_url", "url_form"],
    ["an invisible character", { note: "a\u202eb" }, "note", "control_character"],
    ["a long quotation", { quote: "w ".repeat(16) }, "quote", "quote_too_long"],
    ["a scope on people held", { release_scope: "any_exit" }, "release_scope", "scope_not_release"],
    [
      "a part larger than the whole",
      { foreign_nationals: "9999" },
      "foreign_nationals",
      "part_exceeds_value",
    ],
    ["a relation of no kind", { relates_to: "beats:foro-penal-x" }, "relates_to", "relation_form"],
    ["a relation to nothing", { relates_to: "quotes:nobody-has-this" }, "relates_to", "relation_unknown"],
    ["a conflict of no kind", { conflict: "mood" }, "conflict", "not_allowed"],
    [
      "a start without precision",
      { period_start: "2026-01-01" },
      "start_precision",
      "bound_without_precision",
    ],
    ["a precision without start", { start_precision: "day" }, "period_start", "precision_without_bound"],
  ])("with %s is refused at its line", (_name, changes, column, code) => {
    expect(
      errorsOf(`${header}\r\n${good}\r\n${rowWith({ claim_id: "other", ...changes })}\r\n`),
    ).toContainEqual([3, column, code]);
  });

  it("refuses a window that ends before it begins, a release without its kind, a figure that relates to itself", () => {
    const release = { measure: "released_in_period", release_scope: "any_exit", kind: "flow", as_of: "" };
    const window = {
      period_start: "2026-01-09",
      period_end: "2026-01-08",
      start_precision: "day",
      end_precision: "day",
    };
    expect(errorsOf(`${header}\n${rowWith({ ...release, ...window })}`)).toEqual([
      [2, "period_end", "period_reversed"],
    ]);
    expect(errorsOf(`${header}\n${rowWith({ ...release, release_scope: "" })}`)).toEqual([
      [2, "release_scope", "scope_missing"],
    ]);
    expect(errorsOf(`${header}\n${rowWith({ relates_to: `quotes:${cells[0]}` })}`)).toEqual([
      [2, "relates_to", "relation_to_itself"],
    ]);
  });

  it("refuses two figures that replace each other, and an id used twice", () => {
    const circle = [
      rowWith({ claim_id: "one", relates_to: "supersedes:two" }),
      rowWith({ claim_id: "two", relates_to: "supersedes:one" }),
    ].join("\n");
    expect(errorsOf(`${header}\n${circle}`)).toEqual([
      [2, "relates_to", "relation_circle"],
      [3, "relates_to", "relation_circle"],
    ]);
    expect(errorsOf(`${header}\n${good}\n${good}`)).toEqual([[3, "claim_id", "id_twice"]]);
  });

  it("may relate to a figure the ledger already has", () => {
    const row = rowWith({ relates_to: "quotes:held-before" });
    expect(errorsOf(`${header}\n${row}`, ["held-before"])).toEqual([]);
  });

  it("flags a partition that does not sum, and keeps it", () => {
    const { claims, errors } = readClaims(`${header}\n${rowWith({ men: "601" })}`, new Set(), today);
    expect(errors).toEqual([]);
    expect(claims[0]?.claim).toMatchObject({
      value: 687,
      parts: { men: 601, women: 87 },
      flags: ["men_women"],
    });
  });

  it("names what is wrong with the file itself", () => {
    expect(errorsOf(header)).toEqual([[1, null, "empty_file"]]);
    expect(errorsOf("")).toEqual([[1, null, "empty_file"]]);
    expect(errorsOf(`${header.replace(",stage,", ",")}\n${good}`)).toEqual([[1, "stage", "column_missing"]]);
    expect(errorsOf(`${header},extra\n${good},1`)).toEqual([[1, "extra", "column_unknown"]]);
    expect(errorsOf(`${header},stage\n${good},x`)).toEqual([[1, "stage", "column_twice"]]);
    expect(errorsOf(`${header}\n${good},one,more`)).toEqual([[2, null, "cells_count"]]);
    expect(errorsOf(`${header}\n${good}\n"an open quote`)).toEqual([[3, null, "not_csv"]]);
    expect(
      errorsOf(
        Buffer.from(
          `${header}\n${rowWith({ source_title: "x", source_outlet: "x", quote: "x" })}\nseñor`,
          "latin1",
        ),
      ),
    ).toEqual([[3, null, "encoding"]]);
    expect(errorsOf(Buffer.from(file, "utf16le"))).not.toEqual([]);
    expect(at("conflict")).toBe(38);
  });

  it("says lines as an editor numbers them, also after a cell of several lines", () => {
    const long = rowWith({ claim_id: "long", note: '"two\nlines"' });
    expect(errorsOf(`${header}\n${long}\n${rowWith({ unit: "heads" })}`)).toEqual([
      [4, "unit", "not_allowed"],
    ]);
  });
});

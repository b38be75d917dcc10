import { expect, it } from "vitest";
import { columnsOf } from "@/lib/db/columns";
import { desk } from "@/lib/db/desk";

const types = {
  bool: "bool",
  bytea: "bytea",
  int4: "int4",
  text: "text",
  list: "text",
  float8: "float8",
  date: "date",
  moment: "timestamptz",
  uuid: "uuid",
  span: "tstzrange",
} as const;

const nothing = Object.fromEntries(Object.keys(types).map((name) => [name, null])) as Record<
  keyof typeof types,
  null
>;
const at = (text: string) => Date.parse(text);
const rows = [
  {
    bool: true,
    bytea: new Uint8Array([0, 1, 254, 255]),
    int4: -2_147_483_648,
    text: 'Ñ "comillas", \\ barra, {llave}, NULL y 🕯',
    list: ['a "b"', "c\\d", "ñ,", "{}", "NULL", ""],
    float8: 1.5,
    date: "1880-02-29",
    moment: new Date("1880-01-01T00:00:00.001Z"),
    uuid: "019ab3c4-d5e6-7f80-9a1b-2c3d4e5f6aBC",
    span: { from: at("1999-12-31T23:59:59.999Z"), fromInside: false, to: null, toInside: true },
  },
  {
    ...nothing,
    text: "",
    list: [],
    date: "2199-12-31",
    moment: at("2199-12-31T23:59:59.999Z"),
    span: { from: 0, fromInside: true, to: 0, toInside: true },
  },
  { ...nothing, span: { from: null, fromInside: true, to: at("2026-01-26T04:00:00Z"), toInside: false } },
  nothing,
];

it("columns in PostgreSQL's own bytes arrive as they were: nulls, accents, quotes, lists, far years, open ranges", async () => {
  const of = columnsOf(rows, types);
  if (!of) throw new Error("no rows");
  const read = await desk().$queryRaw<Record<string, unknown>[]>`
    SELECT bool, encode(bytea, 'hex') AS bytea, int4, text, list::text[] AS list, float8, date::text,
      to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') AS moment, uuid::text,
      lower_inc(span)::text || upper_inc(span)::text AS inside, (extract(epoch FROM lower(span)) * 1000)::float8 AS lower,
      (extract(epoch FROM upper(span)) * 1000)::float8 AS upper
    FROM unnest(${of.bool}::bool[], ${of.bytea}::bytea[], ${of.int4}::int4[], ${of.text}::text[], ${of.list}::text[],
      ${of.float8}::float8[], ${of.date}::date[], ${of.moment}::timestamptz[], ${of.uuid}::uuid[], ${of.span}::tstzrange[])
      AS r(bool, bytea, int4, text, list, float8, date, moment, uuid, span)`;
  const bare = { bool: null, bytea: null, int4: null, text: null, list: null, float8: null, date: null };
  const none = { ...bare, moment: null, uuid: null, inside: null, lower: null, upper: null };
  expect(read).toEqual([
    {
      bool: true,
      bytea: "0001feff",
      int4: -2_147_483_648,
      text: rows[0]?.text,
      list: rows[0]?.list,
      float8: 1.5,
      date: "1880-02-29",
      moment: "1880-01-01 00:00:00.001",
      uuid: "019ab3c4-d5e6-7f80-9a1b-2c3d4e5f6abc",
      inside: "falsefalse",
      lower: at("1999-12-31T23:59:59.999Z"),
      upper: null,
    },
    {
      ...none,
      text: "",
      list: [],
      date: "2199-12-31",
      moment: "2199-12-31 23:59:59.999",
      inside: "truetrue",
      lower: 0,
      upper: 0,
    },
    { ...none, inside: "falsefalse", upper: at("2026-01-26T04:00:00Z") },
    none,
  ]);
  expect(columnsOf([], types)).toBeNull();
});

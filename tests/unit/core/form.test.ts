import { describe, expect, test } from "vitest";
import { z } from "zod";
import { errorsOf, fieldsOf, sentOf } from "@/lib/core/form";

const formOf = (...fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

describe("the fields of a form", () => {
  test("nest by dots, list by brackets, and leave out what is not theirs", () => {
    const form = formOf(
      ["state", "located_contact"],
      ["sources.0.kind", "press"],
      ["sources.0.origin", "a"],
      ["sources.2.kind", "court"],
      ["findings[]", "a"],
      ["twice", "1"],
      ["twice", "2"],
      ["csrf", "token"],
      ["$ACTION_ID_1", ""],
    );
    expect(fieldsOf(form)).toEqual({
      state: "located_contact",
      sources: [{ kind: "press", origin: "a" }, { kind: "court" }],
      findings: ["a"],
      twice: ["1", "2"],
    });
  });

  test.each([
    "__proto__.isAdmin",
    "constructor.prototype.x",
    "a.__proto__.b",
    "toString",
    "a.b.c.d.e",
    "0.1",
    "",
    "a..b",
    "x y",
  ])("the name %j touches no prototype and breaks nothing", (name) => {
    const fields = fieldsOf(formOf([name, "1"]));
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    expect(JSON.stringify(fields)).not.toContain("isAdmin");
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });

  test("a name used both as a value and as a group does not throw", () => {
    expect(fieldsOf(formOf(["a", "1"], ["a.b", "2"]))).toEqual({ a: { b: "2" } });
    expect(fieldsOf(formOf(["a.b", "2"], ["a", "1"]))).toEqual({ a: "1" });
  });
});

test("each field says its first problem, by its path", () => {
  const schema = z.object({ sources: z.array(z.object({ kind: z.string().min(1, "kind_missing") })) });
  const parsed = schema.safeParse({ sources: [{ kind: "" }] });
  expect(parsed.error && errorsOf(parsed.error)).toEqual({ "sources.0.kind": "kind_missing" });
});

test("only the kept fields come back", () => {
  const form = formOf(
    ["reason", "porque sí"],
    ["passphrase", "secreta"],
    ["sources.0.kind", "press"],
    ["findings[]", "a"],
  );
  expect(sentOf(form, ["reason", "sources", "findings"])).toEqual({
    reason: ["porque sí"],
    "sources.0.kind": ["press"],
    "findings[]": ["a"],
  });
});

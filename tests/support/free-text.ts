import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const LIB = join(import.meta.dirname, "..", "..", "lib");
/** Capabilities whose shapes are what somebody types, sends or brings; the others only answer. */
const TYPED = [
  "people",
  "consent",
  "evidence",
  "cases",
  "publication",
  "intake",
  "vetting",
  "auth",
  "claims",
  "balances",
  "filings",
];
const SAMPLES = ["<b>\"x'</b> & y", "<b>\"x'</b> & y".repeat(2)];

/** Every place of every shape in lib where a text with angle brackets and quotes is taken: `cases/schema.ts#who`. */
export async function freeText(): Promise<string[]> {
  const found = new Set<string>();
  for (const name of readdirSync(LIB, { recursive: true }).map(String).sort()) {
    if (!name.endsWith("schema.ts") || !TYPED.includes(name.split("/")[0] ?? "")) continue;
    if (/^balances\/(cells|files)\//.test(name)) continue;
    const module: Record<string, unknown> = await import(join(LIB, name));
    for (const [exported, value] of Object.entries(module)) {
      const shape = typeof value === "function" && /Form$/.test(exported) ? value("2026-01-26") : value;
      if (shape instanceof z.ZodType)
        walk(shape, exported, (field) => found.add(`${name}#${field}`), new Set());
    }
  }
  return [...found].sort();
}

/** The names of the boxes in which free text ends, whatever wraps them. */
function walk(shape: unknown, name: string, found: (field: string) => void, seen: Set<unknown>): void {
  if (!(shape instanceof z.ZodType) || seen.has(shape)) return;
  seen.add(shape);
  const below = (next: unknown, called = name) => walk(next, called, found, new Set(seen));
  const { def } = shape as unknown as { def: Record<string, unknown> };
  if (shape instanceof z.ZodString) {
    if (SAMPLES.some((text) => shape.safeParse(text).success)) found(name);
    return;
  }
  if (shape instanceof z.ZodObject) for (const [key, value] of Object.entries(shape.shape)) below(value, key);
  for (const part of ["innerType", "in", "out", "element", "valueType", "keyType", "left", "right"])
    below(def[part]);
  for (const part of ["options", "items"])
    for (const one of (def[part] as unknown[] | undefined) ?? []) below(one);
}

import type { ZodError } from "zod";

/**
 * What a form answers: which fields to mend, by message key, or which refusal, and what to refill; or that it is done, with what is
 * told once and kept nowhere; or, said by the page itself, that no answer came back.
 */
export type FormState =
  | { state: "new" }
  | { state: "invalid"; errors: Record<string, string>; sent: Sent }
  | { state: "refused"; code: string; values: Record<string, string | number>; sent: Sent }
  | { state: "done"; told?: string[] }
  | { state: "lost"; sent: Sent };

/** Typed values to put back, by field name. Codes and passphrases are never among them. */
export type Sent = Record<string, string[]>;

/** The box in which a form that was refused for want of a fresh second factor takes one. */
export const STEP_UP = "stepUp";

const STEP = /^[A-Za-z][\w-]*$|^\d{1,2}$/;

type Fields = { [name: string]: unknown };

/**
 * A posted form as nested fields: `sources.0.kind` goes into `sources[0].kind`, `findings[]` is always a list, and
 * a name that comes twice becomes one. Names that could reach an object's prototype, and the framework's own, are left out.
 */
export function fieldsOf(form: FormData): Fields {
  const root: Fields = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$") || name === "csrf" || name === STEP_UP) continue;
    const values = form.getAll(name).map(typed);
    const isList = name.endsWith("[]");
    const path = (isList ? name.slice(0, -2) : name).split(".");
    if (path.length > 4 || /^\d/.test(name) || path.some((step) => !STEP.test(step))) continue;
    if (path.some((step) => step in Object.prototype)) continue;
    put(root, path, isList || values.length > 1 ? values : values[0]);
  }
  return listed(root) as Fields;
}

/** The first message of each field that did not parse, by dotted path. */
export function errorsOf(error: ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[issue.path.join(".")] ??= issue.message;
  return errors;
}

/** What to put back into the form: the kept fields as typed. `sources` keeps every `sources.…` below it. */
export function sentOf(form: FormData, keep: readonly string[]): Sent {
  const sent: Sent = {};
  for (const name of new Set(form.keys())) {
    if (!keep.some((kept) => name === kept || name === `${kept}[]` || name.startsWith(`${kept}.`))) continue;
    sent[name] = form.getAll(name).filter((value) => typeof value === "string");
  }
  return sent;
}

/** No keyboard makes the null character, and no column of text holds it: without this, such a post would be a fault, not an answer. */
const typed = (value: FormDataEntryValue) => (typeof value === "string" ? value.replaceAll("\0", "") : value);

function put(root: Fields, path: string[], value: unknown): void {
  let at = root;
  for (const step of path.slice(0, -1)) {
    const next = at[step];
    at[step] = typeof next === "object" && next !== null ? next : Object.create(null);
    at = at[step] as Fields;
  }
  at[path[path.length - 1] ?? ""] = value;
}

function listed(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Blob)
    return value;
  const entries = Object.entries(value).map(([step, inner]) => [step, listed(inner)] as const);
  if (entries.length > 0 && entries.every(([step]) => /^\d+$/.test(step))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
  }
  return Object.fromEntries(entries);
}

/** More characters than any dossier needs: a longer line is refused before it is read as JSON. */
export const LONGEST_LINE = 1_000_000;
/** A case is five levels deep. */
const DEEPEST = 16;

/** What a text may not bear: it is invisible, or PostgreSQL cannot keep it, or it turns the writing around what follows. */
const hidden = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/u;
const writtenString = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

export type Json =
  | { value: Record<string, unknown>; problem: null }
  | {
      value: null;
      problem:
        | "not_utf8"
        | "line_too_long"
        | "not_json"
        | "nested_too_deep"
        | "hidden_character"
        | "same_key_twice";
    };

const refused = (problem: Exclude<Json["problem"], null>): Json => ({ value: null, problem });

/**
 * One line as the JSON object it is, or why it is none that can be kept: also where a parser would be content, but would silently
 * drop one of two equal keys, or hand on characters that no page shows and no table holds. Never throws, whatever the line.
 */
export function parseLine(text: string): Json {
  if (text.length > LONGEST_LINE) return refused("line_too_long");
  if (text.includes("\uFFFD")) return refused("not_utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("not_json");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refused("not_json");
  const walked = walk(value);
  if (typeof walked === "string") return refused(walked);
  // Every key that was written is there: of two with one name a parser keeps the second.
  if (keysWritten(text) !== walked) return refused("same_key_twice");
  return { value: value as Record<string, unknown>, problem: null };
}

function keysWritten(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(writtenString)) if (colon !== undefined) keys++;
  return keys;
}

/** Counts the keys of a parsed value, with a list of its own in place of recursion: depth is the writer's choice, the stack is ours. */
function walk(root: object): number | "nested_too_deep" | "hidden_character" {
  let keys = 0;
  let level: object[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return "nested_too_deep";
    const below: object[] = [];
    for (const node of level) {
      const named = !Array.isArray(node);
      for (const [key, value] of Object.entries(node)) {
        if (named) {
          keys++;
          if (hidden.test(key)) return "hidden_character";
        }
        if (typeof value === "string" ? hidden.test(value) : false) return "hidden_character";
        if (typeof value === "object" && value !== null) below.push(value);
      }
    }
    level = below;
  }
  return keys;
}

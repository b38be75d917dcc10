import { z } from "zod";
import { folded } from "@/lib/core/folded";
import { wordsOf } from "@/lib/i18n/messages";
import type { Note } from "@/lib/intake/schema";
import { asks, type Template, type ThreadView } from "./schema";

/** The sentences chosen, whole, in both languages of the family's pages. */
export function noteOf(chosen: readonly Template[]): Exclude<Note, string> {
  const inOne = (locale: "es" | "en") => {
    const { say } = wordsOf(locale, "desk-messages");
    return chosen.map((template) => say(`templates.${template}`)).join("\n");
  };
  return { es: inOne("es"), en: inOne("en") };
}

export const kindOf = (chosen: readonly Template[], asksInOwnWords: boolean): "question" | "word" =>
  asksInOwnWords || chosen.some(asks) ? "question" : "word";

/** What must not stand in a message that a stranger may read over a shoulder. */
export type Unsafe = "name" | "names" | "id_number" | "code" | "telephone" | "reference" | "address";

/** The first thing in these words that must not be there, and a piece of it by which its author finds it again; null when there is none. */
export function unsafeIn(words: string, names: string): { what: Unsafe; near: string } | null {
  const plain = folded(words);
  for (const [what, pattern] of patterns) {
    const found = words.match(pattern);
    if (found) return { what, near: tail(found[0]) };
  }
  const own = folded(names)
    .split(/[^a-z]+/)
    .filter((part) => part.length > 2 && !particles.has(part));
  const name = plain.split(/[^a-z]+/).find((word) => own.includes(word));
  if (name) return { what: "name", near: head(name) };
  const two = words.match(/\p{Lu}\p{Ll}+\s+(?:de\s+|del\s+|la\s+|los\s+)*\p{Lu}\p{Ll}+/u);
  if (two && !places.test(folded(two[0]))) return { what: "names", near: head(two[0]) };
  return null;
}

const patterns: [Unsafe, RegExp][] = [
  ["address", /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}|https?:\/\/\S+/iu],
  ["reference", /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}\b/],
  ["telephone", /\+\s?\d[\d\s().-]{6,}/],
  ["code", /\d(?:[\s.\-·_]?\d){11,}/],
  ["id_number", /\b[VEJGP]\s?[-.]?\s?\d[\d.\s]{4,}/i],
  ["telephone", /\b0[24]\d[\d\s().-]{6,}/],
  ["id_number", /\b\d{1,2}[.\s]\d{3}[.\s]\d{3}\b|\b\d{6,}\b/],
];

const particles = new Set(["del", "los", "las", "san", "santa", "von", "van", "der"]);
/** Names of places and bodies that may be written. */
const places =
  /^(naciones unidas|cruz roja|foro penal|derechos humanos|ministerio publico|defensoria|tribunal|el |la |los |las |san |santa |puerto |nueva )/;

const head = (text: string) => `${[...text].slice(0, 2).join("")}…`;
const tail = (text: string) => `…${text.trim().slice(-2)}`;

/** Where a page of a list ended, as it stands in an address. */
export interface ThreadCursor {
  since: Date;
  threadId: string;
}

export const cursorText = ({ since, threadId }: ThreadCursor): string => `${since.getTime()}.${threadId}`;

const cursorWords = z.tuple([z.coerce.number().int().min(0).max(8e15), z.uuid()]);

/** The cursor in an address; null for none and for anything else. */
export function cursorIn(text: string | undefined): ThreadCursor | null {
  const parsed = cursorWords.safeParse((text ?? "").split("."));
  return parsed.success ? { since: new Date(parsed.data[0]), threadId: parsed.data[1] } : null;
}

export const isThreadView = (view: unknown): view is ThreadView =>
  view === "us" || view === "unread" || view === "family";

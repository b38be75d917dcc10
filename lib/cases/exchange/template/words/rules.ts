import { givers } from "@/lib/consent/schema";
import { originClasses } from "@/lib/evidence/schema";
import { type ListName, vocabularies } from "@/lib/vocabularies/rules";
import { custodyStates } from "@/lib/vocabularies/states/schema";
import type { ColumnTerm } from "../schema";
import { custodyWords } from "./custody/schema";
import { peopleWords } from "./people/schema";
import { nothingSaid, type OtherWords } from "./schema";
import { sourcesWords } from "./sources/schema";

const alsoWritten: OtherWords = { ...peopleWords, ...custodyWords, ...sourcesWords };

/** A list of the template: one of the vocabularies, or a part of one. */
export type TemplateList = NonNullable<ColumnTerm["list"]> | "origin";

/** What a cell may say, and every way of writing it that is read; the first is the word the documentation prints. */
export interface Choice {
  code: string;
  ways: readonly string[];
}

/** Text as it is compared: no accents, no capitals, no signs. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9ñ]+/g, " ")
    .trim();

/** Whether a cell says that nobody knows: empty, a dash, "s/i", "no consta"… */
export function saysNothing(text: string): boolean {
  const folded = fold(text);
  return folded === "" || (nothingSaid as readonly string[]).includes(folded);
}

const termsOf = (list: ListName, wanted: (code: string) => boolean = () => true) =>
  vocabularies[list]
    .filter(({ code }) => wanted(code))
    .map(({ code, es, en, aliases = [] }) => ({ code, ways: [es, code, en, ...aliases] }));

const heldCodes = custodyStates.filter(({ kind }) => kind === "held").map(({ code }): string => code);

function termsWritten(list: TemplateList): Choice[] {
  if (list === "giver") return givers.map((code) => ({ code, ways: [code] }));
  if (list === "origin") return originClasses.map((code) => ({ code, ways: [code] }));
  if (list === "standing") return termsOf("custody_state", (code) => heldCodes.includes(code));
  if (list === "release")
    return termsOf("custody_state", (code) => !heldCodes.includes(code) && code !== "died_in_custody");
  return termsOf(list);
}

const known = new Map<TemplateList, Choice[]>();

/** Every choice of a list with all the ways to write it. */
export function choicesOf(list: TemplateList): readonly Choice[] {
  let choices = known.get(list);
  if (!choices) {
    choices = termsWritten(list).map(({ code, ways }) => ({
      code,
      ways: [...ways, ...(alsoWritten[list]?.[code]?.split(", ") ?? [])],
    }));
    known.set(list, choices);
  }
  return choices;
}

const byWords = new Map<TemplateList, Map<string, string>>();

/** The code that these words mean in a list; null when none does. */
export function codeOf(list: TemplateList, written: string): string | null {
  let words = byWords.get(list);
  if (!words) {
    words = new Map();
    for (const { code, ways } of choicesOf(list))
      for (const way of ways) if (!words.has(fold(way))) words.set(fold(way), code);
    byWords.set(list, words);
  }
  return words.get(fold(written)) ?? null;
}

/** A federal entity by name or code: "LARA", "Edo. Lara", "VE-K", "estado bolivariano de Miranda". Never from "Caracas". */
export function entityOf(written: string): string | null {
  const folded = fold(written);
  const bare = folded.replace(/^(estado|edo|est)\s+/, "").replace(/^bolivariano( de)?\s+(?=\w)/, "");
  const code = /^ve ([a-z])$/.exec(folded)?.[1]?.toUpperCase();
  if (code) return codeOf("entity", `VE-${code}`);
  return codeOf("entity", written) ?? codeOf("entity", bare) ?? codeOf("entity", bare.replace(/^de\s+/, ""));
}

const idle = new Set(
  "el la los las de del en y internado judicial carcel centro penitenciario reten sede calabozo calabozos prision penal comunidad".split(
    " ",
  ),
);
const roman: Record<string, string> = { "1": "i", "2": "ii", "3": "iii" };
const telling = (text: string) =>
  fold(text)
    .split(" ")
    .filter((word) => !idle.has(word))
    .map((word) => roman[word] ?? word)
    .sort()
    .join(" ");

let sites: Map<string, string | null> | null = null;

/** A place of detention by any of its names, with or without "cárcel de", "internado judicial", roman numbers; null when it is in no list. */
export function facilityOf(written: string): string | null {
  const exact = codeOf("facility", written);
  if (exact) return exact;
  if (!sites) {
    sites = new Map();
    for (const { code, ways } of choicesOf("facility"))
      for (const way of ways) {
        const key = telling(way);
        const other = sites.get(key);
        sites.set(key, other === undefined || other === code ? code : null);
      }
  }
  const key = telling(written);
  return entityOf(key) === null ? (sites.get(key) ?? null) : null;
}

/** The items of a cell that may hold several: parted by "|", ";" or a new line; by commas, "/" and "y" only where the whole is no item. */
export function itemsOf(list: TemplateList, cell: string): string[] {
  const parts = cell.split(/[|;\n]/).flatMap((part) => {
    if (codeOf(list, part) !== null) return [part];
    return part.split(/,|\/|\s+y\s+|\s+e\s+|\s-\s/);
  });
  return parts.map((part) => part.trim()).filter((part) => fold(part) !== "");
}

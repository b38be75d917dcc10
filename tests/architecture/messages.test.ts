import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import type { RefusalCode } from "@/lib/core/refusal";
import { ourFiles, textOf } from "./support/files";

type Tree = { [key: string]: string | Tree };
type Sentences = Map<string, string>;

function flatten(tree: Tree, prefix = "", into: Sentences = new Map()): Sentences {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") into.set(`${prefix}${key}`, value);
    else flatten(value, `${prefix}${key}.`, into);
  }
  return into;
}

/** What a sentence has filled in. A choice by sex may be needed in one language only, so choices may be left out. */
function argumentsOf(sentence: string, withChoices = true): string[] {
  const names = new Set<string>();
  const visit = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (withChoices || element.type !== TYPE.select)
        names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(sentence));
  return [...names].sort();
}

const files = ourFiles(["lib/i18n/messages/es"], /\.json$/).map((path) => path.split("/").pop() ?? "");
const read = (locale: string, file: string) =>
  flatten(JSON.parse(textOf(`lib/i18n/messages/${locale}/${file}`)) as Tree);

describe("every sentence exists in both languages", () => {
  it("in the same files", () => {
    expect(files.length).toBeGreaterThan(5);
    expect(ourFiles(["lib/i18n/messages/en"], /\.json$/).map((path) => path.split("/").pop())).toEqual(files);
  });

  it.each(files)("%s: the same keys, the same values to fill in, nothing empty", (file) => {
    const [es, en] = [read("es", file), read("en", file)];
    expect([...en.keys()].sort()).toEqual([...es.keys()].sort());
    for (const [key, sentence] of es) {
      expect(sentence.trim(), key).not.toBe("");
      expect(en.get(key)?.trim(), key).not.toBe("");
      const other = en.get(key) ?? "";
      expect(argumentsOf(other, false), `${file} ${key}`).toEqual(argumentsOf(sentence, false));
      expect(argumentsOf(sentence), `${file} ${key}`).toEqual(expect.arrayContaining(argumentsOf(other)));
    }
  });

  it("has a sentence for every refusal", () => {
    const source = textOf("lib/core/refusal.ts");
    const codes = [...source.slice(source.indexOf("type RefusalCode")).matchAll(/\| "([a-z_]+)"/g)].map(
      (match) => match[1] as RefusalCode,
    );
    expect(codes.length).toBeGreaterThan(20);
    const sentences = read("es", "refusals.json");
    expect(codes.filter((code) => !sentences.has(code))).toEqual([]);
  });
});

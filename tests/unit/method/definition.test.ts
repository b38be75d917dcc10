import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { balanceContent } from "@/lib/balances/schema";
import { methodRules, methodTerms } from "@/lib/cases/counting/method/definition/schema";
import { method, methodVersions } from "@/lib/cases/counting/method/schema";
import { heldStates, outStates, processStates, remedyStates } from "@/lib/cases/facts/schema";
import { locales } from "@/lib/i18n/locales";
import { quoteMethod } from "@/lib/opendata/method/rules";
import { ourFiles } from "../../architecture/support/files";
import { balance } from "../../support/balance";

const quoted = quoteMethod();
const parts = [...quoted.rules, ...quoted.terms];

describe("the method as it is quoted", () => {
  it("has all seventeen rules of the field, each once, and every term rests on one of them", () => {
    expect(methodRules.map((rule) => rule.code)).toEqual(Array.from({ length: 17 }, (_, n) => `R${n + 1}`));
    const codes = new Set(methodRules.map((rule) => rule.code));
    for (const term of methodTerms) {
      expect(term.restsOn.length, term.code).toBeGreaterThan(0);
      for (const code of term.restsOn) expect(codes, `${term.code} rests on`).toContain(code);
    }
    expect(new Set(parts.map((part) => part.code)).size).toBe(parts.length);
  });

  it.each(parts.map((part) => [part.code, part] as const))(
    "%s says itself in both languages, nothing left to fill in",
    (_code, { words }) => {
      for (const locale of locales)
        for (const sentence of Object.values(words[locale])) {
          expect(sentence.length).toBeGreaterThan(2);
          expect(sentence).not.toMatch(/[{}]|rules\.|terms\./);
        }
      expect(words.es.text).not.toBe(words.en.text);
    },
  );

  it("prints the constants the counting uses, and no copy of them", () => {
    const entry = quoted.terms.find((term) => term.code === "entry");
    expect(entry?.parameters).toMatchObject({
      hours: method.countsAfter / 3_600_000,
      atOnce: method.countsAtOnce,
    });
    expect(entry?.words.es.text).toContain(`${method.countsAfter / 3_600_000} horas`);
    for (const locale of locales) {
      const file = readFileSync(`lib/i18n/messages/${locale}/method.json`, "utf8");
      for (const value of [method.countsAfter / 3_600_000, method.gate, method.version])
        expect(file, `${value} typed into ${locale}`).not.toMatch(
          new RegExp(`\\b${value} (horas|hours|casos|cases)|[Mm](étodo|ethod) ${value}`),
        );
    }
  });

  it("names only states that facts can have", () => {
    const states: readonly string[] = [...heldStates, ...outStates, ...processStates, ...remedyStates];
    const named = [
      ...method.countsAtOnce,
      ...method.releases,
      ...method.leftWithoutRelease,
      ...Object.values(method.confirmedBy).flat(),
      ...Object.values(method.contactBy).flat(),
    ];
    for (const state of named) expect(states).toContain(state);
    const out = [...method.releases, ...method.leftWithoutRelease, method.death];
    expect(out.sort()).toEqual([...outStates].sort());
  });
});

describe("the version", () => {
  it("stands in one place", () => {
    const typed = ourFiles(["lib", "app", "components", "scripts"], /\.tsx?$/).filter((path) =>
      /method(_?version)?"?: "\d|METHOD\w* = "\d|version: "\d\.\d"/i.test(readFileSync(path, "utf8")),
    );
    expect(typed).toEqual([]);
    expect(method.version).toBe(methodVersions.at(-1));
    expect(quoted.changelog.map((one) => one.version)).toEqual([...methodVersions].reverse());
  });

  it("of a published balance may be any there ever was, and no other", () => {
    for (const version of methodVersions) expect(balance({ method: version }).method).toBe(version);
    expect(() => balanceContent.parse({ ...balance(), method: "9.9" })).toThrow();
  });
});

describe("the rules of counting in the code", () => {
  it("each name, in their doc comment, the rule or the law they come from", () => {
    const files = ourFiles(["lib/cases/counting"], /rules\.ts$/).filter(
      (path) => !path.includes("/equality/"),
    );
    expect(files.length).toBeGreaterThan(4);
    const exported: string[] = [];
    const silent = files.flatMap((path) => {
      const text = readFileSync(path, "utf8");
      return [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].flatMap(
        ({ index, 1: name = "" }) => {
          exported.push(name);
          const comment = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*$/.exec(text.slice(0, index))?.[1] ?? "";
          return /\bR\d+\b|CRBV|COPP/.test(comment) ? [] : [`${path} ${name}`];
        },
      );
    });
    expect(silent).toEqual([]);
    expect(exported.length).toBeGreaterThan(7);
  });
});

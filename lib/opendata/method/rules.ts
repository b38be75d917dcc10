import { RULE } from "@/lib/balances/disclosure/rules";
import { CEILING, FLOOR, STEPS } from "@/lib/balances/disclosure/schema";
import {
  changelog,
  type MethodPart,
  methodRules,
  methodTerms,
  type Parameter,
} from "@/lib/cases/counting/method/definition/schema";
import { method } from "@/lib/cases/counting/method/schema";
import { type Locale, locales } from "@/lib/i18n/locales";
import { wordsOf } from "@/lib/i18n/messages";
import { type QuotedMethod, quotedMethod } from "./schema";

/** Parameters of disclosure control, which stands above the counting. */
const above: Record<string, MethodPart["parameters"]> = {
  R15: { disclosureRule: RULE, leastPrinted: FLOOR, lineCeiling: CEILING, steps: STEPS },
};

/** What the sentences of the method are filled in with: the constants the counting uses, and no copy of them. */
export const methodValues: Record<string, string | number> = filled({
  version: method.version,
  gate: method.gate,
  hours: method.countsAfter / 3_600_000,
});

/**
 * The method in force, whole and readable: every rule and term with its words in both languages and the parameters the counting
 * itself uses (R13). What the page prints and the API answers is this and nothing else.
 */
export function quoteMethod(): QuotedMethod {
  return quotedMethod.parse({
    version: method.version,
    rules: methodRules.map((rule) => ({
      code: rule.code,
      parameters: parametersOf(rule),
      words: inBoth((locale) => ({
        ...spoken(locale, "rules", rule),
        source: wordsOf(locale, "method").say(`rules.${rule.code}.source`),
      })),
    })),
    terms: methodTerms.map((term) => ({
      code: term.code,
      restsOn: term.restsOn,
      parameters: parametersOf(term),
      words: inBoth((locale) => spoken(locale, "terms", term)),
    })),
    changelog: changelog.map(({ version, since }) => ({
      version,
      since,
      words: inBoth((locale) => wordsOf(locale, "method").say(`changes.v${version.replace(".", "_")}`)),
    })),
  });
}

const parametersOf = (part: MethodPart) => ({ ...part.parameters, ...above[part.code] });

function spoken(locale: Locale, kind: "rules" | "terms", part: MethodPart) {
  const { say } = wordsOf(locale, "method");
  const values = filled(parametersOf(part));
  return {
    title: say(`${kind}.${part.code}.title`, values),
    text: say(`${kind}.${part.code}.text`, values),
  };
}

function filled(parameters: Record<string, Parameter>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === "object" ? value.join(", ") : value,
    ]),
  );
}

const inBoth = <Words>(say: (locale: Locale) => Words) =>
  Object.fromEntries(locales.map((locale) => [locale, say(locale)])) as Record<Locale, Words>;

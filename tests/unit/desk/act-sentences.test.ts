import { expect, test } from "vitest";
import en from "@/lib/i18n/messages/en/desk.json";
import es from "@/lib/i18n/messages/es/desk.json";
import { recordedActs } from "../../support/acts";

test.each([
  ["es", es],
  ["en", en],
])("every act of the trail reads as a sentence, and is found under a name: %s", (_, { history }) => {
  const sentences: Record<string, Record<string, string>> = history.acts;
  const nouns: Record<string, string> = history.nouns;
  const acts = recordedActs();
  expect(acts.length).toBeGreaterThan(80);
  const wordless = acts.filter((act) => {
    const [noun = "", past = ""] = act.split(".");
    return !sentences[noun]?.[past] || !nouns[noun];
  });
  expect(wordless).toEqual([]);
});

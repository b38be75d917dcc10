import { describe, expect, test } from "vitest";
import { originShortfall, originsOf, publicSources } from "@/lib/evidence/rules";
import { sourceInput } from "@/lib/evidence/schema";

const mother = { kind: "relative", origin: "family" };
const lawyer = { kind: "lawyer", origin: "lawyer:perez" };
const quotesMother = { kind: "press", origin: "family" };
const court = { kind: "official_document", origin: "court" };
const press = { kind: "press", origin: "press:el-diario" };
const denial = { kind: "denial_log", origin: "family" };
const habeas = { kind: "habeas_corpus", origin: "family" };

describe("two different origins, one not of the family", () => {
  test.each([
    ["nothing", [], false, "no_source_outside_family"],
    ["the mother", [mother], false, "no_source_outside_family"],
    ["the mother and the family's lawyer", [mother, lawyer], false, "no_source_outside_family"],
    ["the mother, and the press quoting her", [mother, quotesMother], false, "no_source_outside_family"],
    ["a court alone", [court], false, "one_origin_only"],
    ["two papers of one court", [court, { kind: "court_record", origin: "court" }], false, "one_origin_only"],
    ["the mother and a court", [mother, court], false, null],
    ["a court and the press", [court, press], false, null],
    ["the mother and her denial log, place known", [mother, denial], false, "no_source_outside_family"],
    ["the mother and her denial log, disappeared", [mother, denial], true, null],
    ["the mother and a habeas corpus, disappeared", [mother, habeas], true, null],
    ["a habeas corpus alone, disappeared", [habeas], true, "one_origin_only"],
  ])("%s", (_what, sources, disappeared, shortfall) => {
    expect(originShortfall(sources, disappeared)).toBe(shortfall);
  });

  test("two spellings of one origin are one", () => {
    const typed = ["Press: El Diario", "press:el diario"].map((origin) =>
      sourceInput.parse({ kind: "press", origin: origin.replace(": ", ":") }),
    );
    expect(originsOf(typed, false)).toEqual(["press:el-diario"]);
  });

  test("nor do two spellings in what other registries wrote make two", () => {
    const spelt = ["Tribunal", "tribunal ", "TRIBUNAL"].map((origin) => ({ kind: "court_record", origin }));
    expect(originShortfall(spelt, false)).toBe("one_origin_only");
    expect(originShortfall([mother, { kind: "witness", origin: "Family" }], false)).toBe(
      "no_source_outside_family",
    );
  });

  test("a public page hears how many, and of the kinds only the public ones", () => {
    expect(publicSources([mother, lawyer, court, press])).toEqual({
      count: 3,
      kinds: ["official_document", "press"],
    });
  });
});

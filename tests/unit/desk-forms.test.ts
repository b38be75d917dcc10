import { describe, expect, test } from "vitest";
import { fieldsOf } from "@/lib/core/form";
import type { ReportPayload } from "@/lib/intake/schema";
import { decisionForm } from "@/lib/vetting/cases/deciding/schema";
import { openingForm } from "@/lib/vetting/cases/schema";
import { boundsOf, permissionsOf } from "@/lib/vetting/reports/rules";
import { reviewerRefusal } from "@/lib/vetting/review/rules";

const posted = (fields: Record<string, string | string[]>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return fieldsOf(form);
};
const opening = {
  reportId: "018f0000-0000-7000-8000-000000000000",
  "identity.givenNames": "Ana",
  "identity.surnames": "Prueba",
  "identity.aliases": "Anita, La Negra",
  "identity.documentKind": "V",
  "identity.documentNumber": "99.100.101",
  "identity.documentCountry": "",
  "traits.sex": "woman",
  "traits.birthDate": "",
  "traits.birthYear": "",
  "traits.ageMin": "30",
  "traits.ageMax": "",
  "traits.nationality": "unknown",
  "traits.civilMilitary": "civilian",
  "fact.state": "apprehended",
  "fact.earliest": "2026-01-10",
  "fact.latest": "",
  "fact.entity": "VE-V",
  "fact.facility": "",
  "fact.whereabouts": "",
  "fact.forces[]": ["PNB"],
  "fact.sources.0.kind": "relative",
  "fact.sources.0.originClass": "family",
  "fact.sources.0.originName": "",
  "fact.sources.1.kind": "",
  "fact.sources.1.originClass": "family",
  "fact.sources.1.originName": "",
  "fact.sources.2.kind": "press",
  "fact.sources.2.originClass": "press",
  "fact.sources.2.originName": "El Diario",
};

describe("the form that opens a case", () => {
  test("empty boxes are nothing, rows left empty are left out, open sides stay open", () => {
    const { identity, traits, fact } = openingForm.parse(posted(opening));
    expect(identity).toMatchObject({
      aliases: ["Anita", "La Negra"],
      idDocument: { kind: "V", number: "99100101" },
    });
    expect(traits).toMatchObject({ ageAtDetention: { min: 30, max: 120 }, birthDate: null, sectors: [] });
    expect(fact).toMatchObject({
      track: "custody",
      effective: { earliest: "2026-01-10", latest: null },
      whereabouts: null,
      forces: ["PNB"],
      sources: [
        { kind: "relative", origin: "family" },
        { kind: "press", origin: "press:el-diario" },
      ],
    });
  });

  test("what a family told of the court is one fact of the process on its word, and nothing where nothing is chosen", () => {
    const told = {
      "court.earliest": "2026-01-10",
      "court.latest": "",
      "court.authority": "Segundo de Control",
    };
    const { court } = openingForm.parse(posted({ ...opening, ...told, "court.state": "presented" }));
    expect(court).toMatchObject({
      ...{ track: "process", state: "presented", episode: 1, authority: "Segundo de Control" },
      effective: { earliest: "2026-01-10", latest: null },
      sources: [{ kind: "relative", origin: "family" }],
    });
    expect(openingForm.parse(posted({ ...opening, ...told, "court.state": "" })).court).toBeNull();
    expect(openingForm.parse(posted(opening)).court).toBeNull();
    expect(openingForm.safeParse(posted({ ...opening, ...told, "court.state": "freed" })).success).toBe(
      false,
    );
    const late = openingForm.safeParse(
      posted({ ...opening, ...told, "court.state": "presented", "court.latest": "x" }),
    );
    expect(late.error?.issues[0]?.path).toEqual(["court", "latest"]);
  });

  test("what is missing is said of its own box", () => {
    const { error } = openingForm.safeParse(posted({ ...opening, "identity.surnames": " " }));
    expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["identity.surnames", "required"],
    ]);
  });
});

test("criteria without an answer are left out of a decision, and an outcome is never presumed", () => {
  const fields = {
    caseId: "018f0000-0000-7000-8000-000000000000",
    reference: "7K3Q-9F",
    "identity.result": "met",
    "identity.reasoning": "Cédula.",
    "deprivation.result": "insufficient",
    "deprivation.reasoning": "",
    "exclusion.kind": "none",
    "exclusion.reasoning": "",
    confidence: "high",
    reasoning: "Por un mensaje en redes.",
    "counterEvidence.reasoning": "",
    nextReviewOn: "",
    "findings.0.criterion": "a",
    "findings.0.reasoning": "",
    "findings.1.criterion": "b",
    "findings.1.result": "met",
    "findings.1.rests[]": [
      "evidence:018f0000-0000-7000-8000-000000000001",
      "fact:018f0000-0000-7000-8000-000000000002",
    ],
    "findings.1.reasoning": "x",
  };
  const { decision } = decisionForm.parse(posted({ ...fields, outcome: "not_confirmed" }));
  expect(decision).toMatchObject({
    identity: { result: "met" },
    deprivation: { result: "insufficient", agent: "unknown" },
    findings: [
      {
        criterion: "b",
        evidenceIds: ["018f0000-0000-7000-8000-000000000001"],
        factIds: ["018f0000-0000-7000-8000-000000000002"],
      },
    ],
  });
  expect(decision.findings).toHaveLength(1);
  const { error } = decisionForm.safeParse(posted(fields));
  expect(error?.issues.map((issue) => issue.path.join("."))).toEqual(["outcome"]);
});

describe("the day a family wrote, as bounds", () => {
  test.each([
    [{ year: 2026, month: 1, day: 10, precision: "exact" }, "2026-01-10", "2026-01-10"],
    [{ year: 2024, month: 2, precision: "exact" }, "2024-02-01", "2024-02-29"],
    [{ year: 2026, month: 1, day: 10, precision: "approximate" }, "2026-01-01", "2026-01-31"],
    [{ year: 2026, precision: "exact" }, "2026-01-01", "2026-12-31"],
    [{ year: 2026, month: 1, day: 10, precision: "before" }, null, "2026-01-10"],
    [{ year: 2026, month: 1, day: 10, precision: "after" }, "2026-01-10", null],
    [{ precision: "unknown" }, null, null],
  ] as const)("%o", (date, earliest, latest) => {
    expect(boundsOf(date)).toEqual({ earliest, latest });
  });
});

test("a report's answers are those of whoever reported, and nobody's standing is assumed", () => {
  const answers = [{ purpose: "count", granted: true, textVersion: "1", at: "2026-01-10T00:00:00Z" }];
  const from = (relation?: string) =>
    permissionsOf({ permissions: answers, relation } as unknown as ReportPayload)[0]?.givenBy;
  expect([from("parent"), from("lawyer"), from("person"), from("friend"), from()]).toEqual([
    "relative",
    "lawyer",
    "person",
    "other",
    "other",
  ]);
});

test.each([
  ["vera", "vetter", false, "same_person"],
  ["ines", "coordinator", false, "registrar_cannot_review"],
  ["rosa", "coordinator", false, "recorder_cannot_review"],
  ["victor", "vetter", true, "coordinator_needed"],
  ["victor", "vetter", false, null],
  ["clara", "coordinator", true, null],
])("%s (%s) as the second person of a grave case: %s", (username, role, grave, refusal) => {
  const circle = {
    author: "vera",
    registrar: "ines",
    recorders: ["ines", "rosa"],
    reviewer: { username, role },
    grave,
  };
  expect(reviewerRefusal(circle)).toBe(refusal);
});

test("the null character, which no column of text holds, never comes in with a form", () => {
  const form = new FormData();
  form.append("why", "una\0 razón\0");
  form.append("wants[]", "d\0ate");
  expect(fieldsOf(form)).toEqual({ why: "una razón", wants: ["date"] });
});

import type { StaffActor } from "@/lib/auth/actor";
import { openCase } from "@/lib/cases/dossier/commands";
import type { CaseForm } from "@/lib/cases/dossier/schema";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import { beginReport, saveStep, sendReport } from "@/lib/intake/draft/commands";
import { newCode } from "@/lib/intake/receipt/queries";
import { writeDecision } from "@/lib/vetting/commands";
import type { DecisionForm } from "@/lib/vetting/schema";
import { asOwner } from "./owner";

export const at = (iso: string) => () => new Date(iso);
export const dawn = at("2026-01-20T12:00:00Z");

let reports = 0;
/** A minute of its own for each report, so that the newest is the newest. */
const nextMinute = () => new Date(Date.parse("2026-01-19T12:00:00Z") + 60_000 * reports++);

/** A family reports; answers the code and the id of the report. */
export const givenReport = (count = true): Promise<{ code: string; reportId: string }> =>
  sendReportAs({}, count);

/** As `givenReport`, with other words: day, age, account, what they were told. */
export async function sendReportAs(
  said: {
    day?: string;
    approxAge?: string;
    account?: string;
    told?: string;
    /** About whom, where and when: otherwise always the same woman, a minute after the report before. */
    names?: { givenNames: string; surnames: string };
    place?: string;
    minute?: Date;
    /** Answers to permissions, by box. */
    permits?: Record<string, string>;
  },
  count = true,
): Promise<{ code: string; reportId: string; sentAt: Date }> {
  const minute = said.minute ?? nextMinute();
  const clock = () => minute;
  const code = newCode();
  const moment = clock().toISOString();
  const permissions = [
    { purpose: "store" as const, granted: true, textVersion: CONSENT_TEXT, at: moment },
    { purpose: "count" as const, granted: count, textVersion: CONSENT_TEXT, at: moment },
  ];
  const family = { kind: "family" } as const;
  const keys = await beginReport(family, { code, locale: "es", permissions }, clock);
  const person = {
    givenNames: "Yusmary Ñañez",
    surnames: "de los Ángeles",
    ...said.names,
    idKind: "V",
    idNumber: "99.100.200",
    ...(said.approxAge ? { ageKind: "age", approxAge: said.approxAge } : {}),
  };
  await saveStep(family, { keys, step: "person", posted: person }, clock);
  const detention = {
    year: "2026",
    month: "1",
    day: said.day ?? "10",
    precision: "exact",
    entity: "VE-V",
    ...(said.place ? { place: said.place } : {}),
    ...(said.account ? { account: said.account } : {}),
  };
  await saveStep(family, { keys, step: "detention", posted: detention }, clock);
  await saveStep(family, { keys, step: "whereabouts", posted: { told: said.told ?? "told" } }, clock);
  if (said.permits) await saveStep(family, { keys, step: "permissions", posted: said.permits }, clock);
  await sendReport(family, keys, clock);
  const [row] = await asOwner<{ id: string }>(
    "SELECT report_id AS id FROM registry.receipts WHERE lookup = $1",
    [Buffer.from(keys.lookup)],
  );
  if (!row) throw new Error("the report did not arrive");
  return { code, reportId: row.id, sentAt: minute };
}

/** Detained on 10 January, on the word of a relative and a court. */
export const plainFact = {
  track: "custody",
  state: "apprehended",
  episode: 1,
  effective: { earliest: "2026-01-10", latest: "2026-01-10" },
  entity: "VE-V",
  whereabouts: "known",
  forces: ["PNB"],
  sources: [
    { kind: "relative", origin: "family" },
    { kind: "official_document", origin: "court" },
  ],
} satisfies WrittenFact;

/** An adult detained on 10 January, with a relative and a court behind the fact and one item of evidence. */
export const plainCase = {
  identity: {
    givenNames: "Yusmary",
    surnames: "de los Ángeles",
    aliases: [],
    idDocument: { kind: "V", number: "99100200" },
  },
  traits: { sex: "woman", birthYear: 1990, civilMilitary: "civilian" },
  permissions: [
    { purpose: "store", granted: true, givenBy: "relative" },
    { purpose: "count", granted: true, givenBy: "relative" },
  ],
  channel: "telephone",
  facts: [plainFact],
  evidence: [{ kind: "official_document", origin: "court", words: { title: "Boleta de encarcelación" } }],
} satisfies CaseForm;

export async function givenCase(by: StaffActor, changes: Partial<CaseForm> = {}, clock = dawn) {
  return openCase(by, { ...plainCase, ...changes } as CaseForm, clock);
}

/** A decision that stands under method 1.0, resting on the first item of evidence of the case. */
export async function soundDecision(caseId: string): Promise<DecisionForm> {
  const [item] = await asOwner<{ id: string }>(
    "SELECT id FROM registry.evidence WHERE case_id = $1 LIMIT 1",
    [caseId],
  );
  return {
    outcome: "verified_political",
    identity: { result: "met", reasoning: "Cédula vista por videollamada." },
    deprivation: { result: "met", reasoning: "Boleta de encarcelación.", agent: "state" },
    findings: [
      { criterion: "a", result: "met", evidenceIds: item ? [item.id] : [], reasoning: "Por un mensaje." },
    ],
    exclusion: { kind: "none", reasoning: "Ninguna fuente alega violencia." },
    confidence: "high",
    reasoning: "Detenida por un mensaje en redes; ningún otro hecho se le atribuye.",
  };
}

/** A verdict that counts nobody, with everything the method asks of it. */
export const negativeDecision = (outcome: "arbitrary_not_political" | "not_confirmed" | "out_of_scope") =>
  ({
    outcome,
    identity: { result: "met", reasoning: "Cédula vista por videollamada." },
    deprivation: { result: "insufficient", agent: "unknown" },
    exclusion: { kind: "none" },
    confidence: "low",
    reasoning: "Apareció en su casa; nunca estuvo detenida.",
  }) satisfies DecisionForm;

export async function givenDecision(by: StaffActor, caseId: string, clock = at("2026-01-21T12:00:00Z")) {
  return writeDecision(by, caseId, await soundDecision(caseId), clock);
}

import { createHash } from "node:crypto";
import { method } from "@/lib/cases/counting/method/schema";
import { permitsCounting } from "@/lib/cases/permissions/rules";
import { originOf } from "@/lib/evidence/rules";
import type { EvidenceItem, Source } from "@/lib/evidence/schema";
import { type CaseForDesk, type DeskFact, statusOf } from "@/lib/vetting/cases/rules";
import type { DecisionRow } from "@/lib/vetting/rules";
import type { Recipient } from "../schema";
import type { Sheet, SheetDecision, SheetEvidence, SheetFact, SheetSource } from "./schema";

/** What the sheet is made of, beside the case itself. */
export interface Printing {
  recipient: Recipient;
  mark: string;
  printedBy: string;
  now: Date;
  ageAtDetention: "under18" | "adult" | "unknown";
  /** Why facts were withdrawn, by the fact. */
  withdrawn: ReadonlyMap<string, string>;
}

/** The team as letters in the order they appear: who reviewed whom can be followed on one paper, and on no two. */
export function teamLetters(): (username: string) => string {
  const seen: string[] = [];
  return (username) => {
    if (!seen.includes(username)) seen.push(username);
    const n = seen.indexOf(username);
    const letter = String.fromCharCode(65 + (n % 26));
    return n < 26 ? letter : `${letter}${Math.floor(n / 26)}`;
  };
}

const named = new Set([
  "court",
  "prosecutor",
  "ombudsman",
  "state",
  "public_defender",
  "press",
  "ngo",
  "international",
]);

/** An origin as others may read it. Which relative, which witness or which fellow detainee it was stays in the registry. */
export function shownOrigin(origin: string): string {
  const [first = ""] = origin.split(":");
  return named.has(first) ? origin : first;
}

const shownSource = ({ kind, origin }: Source): SheetSource => ({
  kind,
  origin: shownOrigin(origin),
  ofTheFamily: originOf({ kind, origin }, false) === "family",
});

const contacts = [
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
  /(\+?58[\s.-]*)?\(?0?(2\d\d|4[12]\d)\)?[\s.-]*\d{3}[\s.-]*\d{2}[\s.-]*\d{2}(?!\d)/g,
];

/** Somebody's words with e-mail addresses and telephone numbers of the country blanked out: no way to reach a family leaves on paper. */
export const withoutContacts = (text: string): string =>
  contacts.reduce((rest, contact) => rest.replaceAll(contact, "▇▇▇"), text);

/** SHA-256 of an item as it was written down, the same whoever prints it and whenever. */
export function evidenceHash({ id, kind, origin, receivedAt, words, ...now }: EvidenceItem): string {
  const lead = now.lead || now.promoted !== null;
  const kept = [id, kind, origin, lead, receivedAt.toISOString(), words.title, words.quotation, words.place];
  return createHash("sha256").update(JSON.stringify(kept)).digest("hex");
}

/** The sheet of a case, whole and with nothing else in it. */
export function sheetOf(found: CaseForDesk, printing: Printing): Sheet {
  const letter = teamLetters();
  const printedBy = letter(printing.printedBy);
  const facts = found.facts.flatMap((fact) => shownFact(fact, letter));
  const holding = facts.filter((fact) => fact.knownTo === null);
  const of = (track: SheetFact["track"]) => holding.filter((fact) => fact.track === track);
  const custody = of("custody");
  const evidence = found.evidence.filter((item) => !item.withdrawn);
  return {
    reference: found.reference,
    mark: printing.mark,
    recipient: printing.recipient,
    printedBy,
    printedAt: printing.now,
    methodVersion: method.version,
    isMinor: printing.ageAtDetention === "under18",
    ageInDoubt: printing.ageAtDetention === "unknown",
    identity: found.identity,
    traits: found.traits,
    openedAt: found.openedAt,
    named: found.naming.published,
    counted: permitsCounting(found.permissions, printing.now),
    tracks: {
      vetting: of("vetting").at(-1) ?? null,
      custody: custody.at(-1) ?? null,
      process: of("process").at(-1) ?? null,
      measure: of("measure").at(-1) ?? null,
      remedy: of("remedy").at(-1) ?? null,
    },
    episodes: [...new Set(custody.map((fact) => fact.episode ?? 1))]
      .sort((a, b) => a - b)
      .map((n) => ({ n, facts: custody.filter((fact) => (fact.episode ?? 1) === n) })),
    process: of("process"),
    measures: of("measure"),
    remedies: of("remedy"),
    verdicts: of("vetting"),
    corrections: facts
      .filter((fact) => fact.knownTo !== null && fact.track !== "vetting")
      .map((fact) => {
        const next = found.facts.find((one) => one.supersedesId === fact.id && one.knownFrom !== null);
        const why = printing.withdrawn.get(fact.id) ?? next?.why ?? null;
        return {
          fact,
          replacedBy: facts.find((one) => one.id === next?.id) ?? null,
          why: why === null ? null : withoutContacts(why),
        };
      }),
    evidence: evidence.map(shownEvidence),
    decisions: found.decisions
      .map((decision) => shownDecision(decision, evidence, letter))
      .filter((decision) => decision !== null),
    permissions: found.permissions
      .filter(({ purpose }) => !found.naming.shielded || (purpose !== "name" && purpose !== "photo"))
      .map(({ id, purpose, granted, givenBy, standing, textVersion, knownFrom, knownTo }) => ({
        ...{ id, purpose, granted, givenBy, standing, textVersion, knownFrom, knownTo },
      })),
  };
}

function shownFact(fact: DeskFact, letter: (username: string) => string): SheetFact[] {
  const status = statusOf(fact);
  if (fact.knownFrom === null || status === "waiting" || status === "dropped") return [];
  const { position: _, supersedesId: __, recordedAt: ___, why: ____, knownFrom, ...said } = fact;
  return [
    {
      ...said,
      knownFrom,
      authority: fact.authority && withoutContacts(fact.authority),
      result: fact.result && withoutContacts(fact.result),
      said: fact.said && withoutContacts(fact.said),
      sources: fact.sources.map(shownSource),
      recordedBy: letter(fact.recordedBy),
      confirmedBy: fact.confirmedBy && letter(fact.confirmedBy),
    },
  ];
}

const shownEvidence = (item: EvidenceItem): SheetEvidence => ({
  id: item.id,
  ...shownSource(item),
  lead: item.lead,
  withdrawnAt: item.withdrawn?.at ?? null,
  receivedAt: item.receivedAt,
  title: withoutContacts(item.words.title),
  quotation: withoutContacts(item.words.quotation),
  place: withoutContacts(item.words.place),
  sha256: evidenceHash(item),
});

/** A decision that the second person answered, agreeing or not; one that waits is nobody's word yet. */
function shownDecision(
  decision: DecisionRow,
  evidence: readonly EvidenceItem[],
  letter: (username: string) => string,
): SheetDecision | null {
  const { review, checks } = decision;
  if (!review) return null;
  return {
    id: decision.id,
    episode: decision.episode,
    methodVersion: decision.methodVersion,
    outcome: decision.outcome,
    identityHow: checks.identity.result === "met" ? withoutContacts(checks.identity.reasoning) : null,
    deprivationHow:
      checks.deprivation.result === "met" ? withoutContacts(checks.deprivation.reasoning) : null,
    agent: decision.agent,
    exclusion: decision.exclusion,
    exclusionReasoning: withoutContacts(checks.exclusion.reasoning),
    confidence: decision.confidence,
    wgad: decision.wgad,
    foroPenal: decision.foroPenal,
    reasoning: withoutContacts(decision.reasoning),
    counterEvidence: withoutContacts(checks.counter_evidence.reasoning),
    dissent: withoutContacts([decision.dissent, review.dissent].filter(Boolean).join(" ")),
    findings: decision.findings.map((finding) => ({
      criterion: finding.criterion,
      result: finding.result,
      reasoning: withoutContacts(finding.reasoning),
      restsOn: finding.evidenceIds
        .map((id) => evidence.findIndex((item) => item.id === id) + 1)
        .filter(Boolean),
    })),
    authoredBy: letter(decision.authoredBy),
    authoredAt: decision.authoredAt,
    review: {
      agreed: review.agreed,
      by: letter(review.reviewedBy),
      at: review.reviewedAt,
      note: withoutContacts(review.note),
    },
  };
}

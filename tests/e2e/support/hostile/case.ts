import type { StaffActor } from "@/lib/auth/actor";
import { openCase } from "@/lib/cases/dossier/commands";
import { confirmFact, recordFact } from "@/lib/cases/facts/commands";
import { supersedeFact } from "@/lib/cases/facts/correction/commands";
import { recordRemedy } from "@/lib/cases/facts/remedies/commands";
import { proposeRetraction, setAsideFact } from "@/lib/cases/facts/retraction/commands";
import { recordStanding } from "@/lib/cases/standing/commands";
import { wallClock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { addEvidence, withdrawEvidence } from "@/lib/evidence/commands";
import { proposeErasure } from "@/lib/publication/erasure/commands";
import { confirmNaming, proposeNaming, withdrawNaming } from "@/lib/publication/naming/commands";
import { recordPermission } from "@/lib/publication/permissions/commands";
import { writeDecision } from "@/lib/vetting/commands";
import { reviewDecision } from "@/lib/vetting/review/commands";
import { setReviewDate } from "@/lib/vetting/review/dates/commands";
import { hostilePair } from "./pair";
import { hostilePieces } from "./pieces";
import type { Words } from "./words";

export type Team = Record<"carmen" | "carlos" | "vera" | "victor" | "ines", StaffActor>;

const nextYear = () => new Date(Date.now() + 80 * 86_400_000).toISOString().slice(0, 10);
const day = { earliest: "2026-01-05", latest: "2026-01-05" };
const sources = [
  { kind: "relative", origin: "family" },
  { kind: "official_document", origin: "court" },
];
const custody = {
  track: "custody",
  state: "apprehended",
  episode: 1,
  effective: day,
  entity: "VE-V",
} as const;

/** One case with every text somebody at the desk can write about it; every third is named in public, every fifth asked to be erased. */
export async function hostileCase(team: Team, words: Words, turn: number, reportIds: string[]) {
  const { vera, victor, carmen, carlos } = team;
  const { caseId, reference } = await opened(team, words, reportIds);
  const stands = () => ({
    ...{ report: null, givenBy: "relative", who: words.of("holder.who", { most: 200 }) },
    how: words.of("holder.how", { most: 2000, least: 3 }),
  });
  const holderId = await recordStanding(vera, caseId, stands(), wallClock);
  for (let other = 1; other < words.many(2); other++) await recordStanding(vera, caseId, stands(), wallClock);
  await addEvidence(vera, caseId, evidence(words, "added"), wallClock);
  const gone = await addEvidence(vera, caseId, evidence(words, "added"), wallClock);
  await withdrawEvidence(vera, gone, words.of("evidence.why", { most: 2000, least: 3 }), wallClock);
  await facts(team, words, caseId);
  if (words.many(2) > 1 || turn % 4 < 2) await hostilePieces(team, words, { caseId, reference });
  if (words.many(2) > 1 || turn % 4 < 2) await hostilePair(team, words, caseId);

  const [item] = await desk().evidence.findMany({
    where: { caseId, lead: false },
    select: { id: true },
    take: 1,
  });
  const decisionId = await writeDecision(vera, caseId, decision(words, item?.id ?? ""), wallClock);
  const rare = words.many(8) > 1 ? 8 : 4;
  if (turn % rare === 3) return { caseId, reference };
  const isAgreed = turn % rare !== 2;
  const note = words.of("review.note", { most: 4000 });
  const dissent = !isAgreed
    ? {}
    : { dissentOn: ["a" as const], dissent: words.of("review.dissent", { most: 4000 }) };
  await reviewDecision(carlos, decisionId, { agreed: isAgreed, note, ...dissent }, wallClock);
  if (!isAgreed) return { caseId, reference };

  const again = { day: nextYear(), why: words.of("date.why", { most: 2000, least: 3 }) };
  await setReviewDate(carlos, decisionId, again, wallClock);

  const [custodyFact] = await desk().fact.findMany({
    where: { caseId, track: "custody", knownTo: null },
    select: { id: true },
  });
  if (custodyFact) {
    const why = words.of("correction.why", { most: 2000, least: 3 });
    const corrected = { ...custody, whereabouts: "known" as const, sources };
    const id = await supersedeFact(vera, custodyFact.id, corrected, why, wallClock);
    if (turn % 2 === 0) await confirmFact(victor, id, wallClock);
  }
  const named = turn % 3 === 0 || words.many(2) > 1;
  const left = turn % 6 === 0 ? 1 : words.many(3) - 1;
  if (named) {
    const byHolder = { givenBy: "relative", standing: true, holderId } as const;
    await recordPermission(vera, caseId, { purpose: "name", granted: true, ...byHolder }, wallClock);
    await confirmNaming(carlos, await proposeNaming(carmen, caseId, wallClock), wallClock);
  }
  for (let times = 0; times < left; times++) {
    await withdrawNaming(carmen, caseId, words.of("naming.why", { most: 500, least: 3 }), wallClock);
    if (turn % 6 !== 0)
      await confirmNaming(carlos, await proposeNaming(carmen, caseId, wallClock), wallClock);
  }
  if (turn % 4 === 1 || rare === 8)
    await proposeErasure(carmen, caseId, words.of("erasure.why", { most: 500, least: 10 }), wallClock);
  return { caseId, reference };
}

function opened({ vera }: Team, words: Words, reportIds: string[]) {
  const name = (part: string) => words.of(`identity.${part}`, { most: 120 });
  const country = words.of("identity.country", { most: 60 });
  const times = <T>(most: number, one: () => T) => Array.from({ length: words.many(most) }, one);
  return openCase(
    vera,
    {
      identity: {
        givenNames: name("givenNames"),
        surnames: name("surnames"),
        aliases: Array.from({ length: 6 }, () => name("aliases")),
        idDocument: { kind: "passport", number: "X9910200", country },
      },
      traits: {
        sex: "woman",
        birthYear: 1990,
        sectors: Array.from({ length: 5 }, () => words.of("traits.sectors", { most: 40 })),
      },
      permissions: [
        {
          purpose: "store",
          granted: true,
          givenBy: "relative",
          textVersion: words.of("permission.text", { most: 20 }),
        },
        {
          purpose: "count",
          granted: true,
          givenBy: "relative",
          textVersion: words.of("permission.text", { most: 20 }),
        },
      ],
      speakers: [
        ...times(2, () => ({
          givenBy: "relative" as const,
          who: words.of("speaker.who", { most: 200 }),
          how: words.of("speaker.how", { most: 2000, least: 3 }),
          answers: [{ purpose: "count" as const, granted: true, textVersion: null }],
        })),
      ],
      reportIds,
      channel: reportIds.length > 0 ? "report" : "telephone",
      facts: [
        { ...custody, forces: times(5, () => words.of("fact.forces", { most: 80 })), sources },
        ...times(5, () => ({
          ...({ track: "remedy", state: "habeas_corpus", effective: day, sources } as const),
          facility: words.of("fact.facility", { most: 80 }),
          authority: words.of("fact.authority", { most: 200 }),
          result: words.of("fact.result", { most: 200 }),
        })),
      ],
      evidence: times(5, () => evidence(words, "opening")),
    },
    wallClock,
  );
}

const evidence = (words: Words, when: string) => ({
  kind: "official_document",
  origin: `court:${words.of(`evidence.origin`, { most: 60 })}`.slice(0, 80),
  words: {
    title: words.of("evidence.title", { most: 200 }),
    quotation: words.of(`evidence.quotation.${when}`, { most: 4000 }),
    place: words.of(`evidence.place.${when}`, { most: 500 }),
  },
});

async function facts({ vera, victor }: Team, words: Words, caseId: string): Promise<void> {
  const remedy = () =>
    recordFact(vera, caseId, { track: "remedy", state: "complaint", effective: day, sources }, wallClock);
  const aside = words.of("aside.why", { most: 2000, least: 3 });
  await setAsideFact(vera, await remedy(), aside, wallClock);
  const known = await remedy();
  await confirmFact(victor, known, wallClock);
  await recordRemedy(
    vera,
    caseId,
    {
      fact: { track: "remedy", state: "visit_denied", effective: day, sources },
      said: words.of("remedy.said", { most: 500, least: 2 }),
    },
    wallClock,
  );
  const why = words.of("retraction.why", { most: 2000, least: 3 });
  await proposeRetraction(vera, known, why, wallClock);
}

function decision(words: Words, evidenceId: string) {
  const long = (field: string) => words.of(`decision.${field}`, { most: 4000, least: 10 });
  const rests = (field: string) => ({ reasoning: long(field), evidenceIds: [evidenceId] });
  return {
    outcome: "verified_political",
    identity: { result: "met", ...rests("identity") },
    deprivation: { result: "met", agent: "state", ...rests("deprivation") },
    findings: [{ criterion: "a", result: "met", ...rests("finding") }],
    exclusion: { kind: "none", ...rests("exclusion") },
    counterEvidence: rests("counterEvidence"),
    confidence: "high",
    reasoning: long("reasoning"),
  } satisfies Parameters<typeof writeDecision>[2];
}

import type { StaffActor } from "@/lib/auth/actor";
import { attachReport } from "@/lib/cases/dossier/commands";
import { recordFact } from "@/lib/cases/facts/commands";
import { recordStanding } from "@/lib/cases/standing/commands";
import { desk } from "@/lib/db/desk";
import { addEvidence } from "@/lib/evidence/commands";
import { writeDecision } from "@/lib/vetting/commands";

/** Cases in work: each with a report and its thread, a holder, evidence, a fact and a decision that wait for a second person. */
export async function workOnCases(author: StaffActor, many: number, now: Date): Promise<void> {
  const clock = () => now;
  const cases = await desk().$queryRaw<{ id: string; episode: number }[]>`
    SELECT c.id, i.episode FROM registry.custody_intervals i JOIN registry.cases c ON c.person_id = i.person_id
    WHERE i.counted AND upper_inf(i.during) AND upper_inf(i.known) ORDER BY c.id LIMIT ${many}`;
  const reports = await desk().triage.findMany({
    where: { assignedTo: null },
    orderBy: { reportId: "desc" },
    take: cases.length,
    select: { reportId: true },
  });
  for (const [n, { id, episode }] of cases.entries()) {
    const report = reports[n]?.reportId;
    if (report) {
      await attachReport(author, id, report, clock, [
        { purpose: "count", granted: true, givenBy: "relative" },
      ]);
      await recordStanding(
        author,
        id,
        { report, givenBy: "relative", how: "Llamada con la cédula a la vista" },
        clock,
      );
    }
    await proposeFact(author, id, episode, now);
    await proposeVerdict(author, id, now);
  }
}

const proposeFact = (author: StaffActor, caseId: string, episode: number, now: Date) => {
  const today = { earliest: now.toISOString(), latest: now.toISOString() };
  const sources = [{ kind: "habeas_corpus", origin: "court" }];
  const fact = {
    track: "custody",
    state: "located_contact",
    episode,
    effective: today,
    entity: "VE-A",
    sources,
  } as const;
  return recordFact(author, caseId, { ...fact, sources: [...sources] }, () => now);
};

async function proposeVerdict(author: StaffActor, caseId: string, now: Date): Promise<void> {
  const clock = () => now;
  const item = async (kind: string, origin: string, title: string) =>
    addEvidence(
      author,
      caseId,
      { kind, origin, words: { title, quotation: "Lo detuvieron por su opinión." } },
      clock,
    );
  const evidenceIds = [
    await item("habeas_corpus", "court", "Habeas corpus"),
    await item("relative", "family", "Llamada de la familia"),
    await item("press", "press:diario", "Nota de prensa"),
  ];
  await writeDecision(
    author,
    caseId,
    {
      outcome: "verified_political",
      identity: { result: "met", reasoning: "Cédula vista por videollamada" },
      deprivation: { result: "met", reasoning: "Habeas corpus con sello", agent: "state" },
      findings: [
        { criterion: "a", result: "met", evidenceIds, reasoning: "Lo detuvieron por lo que escribió." },
      ],
      exclusion: { kind: "none" },
      confidence: "high",
      reasoning: "La detención siguió a una publicación suya, según el acta y la prensa.",
    },
    clock,
  );
}

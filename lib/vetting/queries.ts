import { denialSources } from "@/lib/cases/facts/remedies/rules";
import { isDisappearance } from "@/lib/cases/facts/rules";
import { isHeldState } from "@/lib/cases/facts/schema";
import type { Prisma, Tx } from "@/lib/db/connect";
import { findTraits } from "@/lib/people/queries";
import { ageGroupOn } from "@/lib/people/rules";
import { detentionDay } from "@/lib/publication/naming/rules";
import type { CaseGrounds, GraveCause } from "./rules";

/**
 * What a verdict on this case can rest on: its facts, those that wait included or `known` alone, their sources, and its evidence but
 * what was withdrawn.
 */
export async function readGrounds(
  tx: Tx,
  { caseId, personId }: { caseId: string; personId: string },
  only: "known" | "all" = "all",
): Promise<CaseGrounds> {
  const facts = await tx.fact.findMany({
    where: {
      caseId,
      track: { not: "vetting" },
      knownTo: null,
      ...(only === "known" ? { knownFrom: { not: null } } : {}),
    },
    orderBy: [{ position: "asc" }, { recordedAt: "asc" }],
    select: groundFact,
  });
  const items = await tx.evidence.findMany({
    where: { caseId, withdrawal: null },
    select: { id: true, kind: true, origin: true, lead: true, promotion: { select: { evidenceId: true } } },
  });
  const evidence = items.map(({ promotion, lead, ...item }) => ({
    ...item,
    lead: lead && promotion === null,
  }));
  const custody = facts.filter((fact) => fact.track === "custody");
  const episode = Math.max(1, ...custody.map((fact) => fact.episode ?? 1));
  const current = custody.filter((fact) => fact.episode === episode);
  const others = facts.filter(
    (fact) =>
      (fact.track === "process" || fact.track === "measure") &&
      (fact.episode ?? (episode === 1 ? 1 : null)) === episode,
  );
  const deciding = current.at(-1);
  const disappeared = deciding !== undefined && isDisappearance(deciding);
  const remedies = facts.filter(
    (fact) => fact.track === "remedy" && (fact.episode === episode || fact.episode === null),
  );
  const ageGroup = await ageAtDetentions(tx, personId, custody);
  const graveCauses = graveCausesOf(custody, current, ageGroup);
  return {
    episode,
    factSources: [
      ...[...current, ...others].flatMap((fact) => fact.sources),
      ...(disappeared ? denialSources(remedies) : []),
    ],
    factIds: facts.filter((fact) => fact.sources.length > 0).map((fact) => fact.id),
    custodyIds: current.filter((fact) => isHeldState(fact.state)).map((fact) => fact.id),
    evidence,
    custodyRecorded: current.length > 0,
    disappeared,
    ageGroup,
    graveCauses,
    grave: graveCauses.length > 0,
  };
}

const groundFact = {
  id: true,
  track: true,
  state: true,
  result: true,
  episode: true,
  position: true,
  whereabouts: true,
  earliest: true,
  latest: true,
  latestByDay: true,
  recordedAt: true,
  sources: { select: { kind: true, origin: true } },
} satisfies Prisma.FactSelect;
type GroundFact = Prisma.FactGetPayload<{ select: typeof groundFact }>;

async function ageAtDetentions(tx: Tx, personId: string, custody: readonly GroundFact[]) {
  const traits = await findTraits(tx, personId);
  if (traits === null || custody.length === 0) return "unknown";
  const groups = custody.map((fact) => ageGroupOn(traits, detentionDay(fact, fact.recordedAt)));
  return groups.find((one) => one === "under18") ?? groups.find((one) => one === "unknown") ?? "adult";
}

function graveCausesOf(
  custody: readonly GroundFact[],
  current: readonly GroundFact[],
  ageGroup: CaseGrounds["ageGroup"],
): GraveCause[] {
  const last = current.at(-1);
  const latest = current.filter((fact) => fact.position === last?.position);
  return [
    ...(custody.some((fact) => fact.state === "died_in_custody") ? (["death"] as const) : []),
    ...(ageGroup === "under18" ? (["minor"] as const) : []),
    ...(ageGroup === "unknown" ? (["age_in_doubt"] as const) : []),
    ...(latest.some(isDisappearance) ? (["disappearance"] as const) : []),
  ];
}

import type { Tx } from "@/lib/db/connect";
import { carrySayings } from "@/lib/evidence/carried/commands";
import { sealUnder } from "@/lib/vault/seal";
import { recount } from "../counting/commands";
import { dossierContext, readDossier } from "../dossier/queries";
import type { Dossier } from "../dossier/schema";
import { insertFact, refuseProblem } from "../facts/commands";
import { standingCustody } from "../facts/queries";
import { refuseUnlikelyRelease } from "../facts/release/queries";
import { keepKinTold } from "../kin/commands";
import { carryEvidence, carryFact, endFacts, withdrawCopies } from "./carrying/commands";
import { type CarriedFact, isKnown, listFacts } from "./carrying/queries";
import { carryPermissions, returnPermissions } from "./permissions/commands";
import { partsOf } from "./queries";
import { returnFacts } from "./returning/commands";
import { problemBrought } from "./rules";
import type { Join, Moved, Side, Two, UndoPlan } from "./schema";

/**
 * Inside two people's merge: the absorbed case's facts, evidence, permissions, reports and holders are the surviving one's from now, and
 * it stops counting by itself. Nothing of it is rewritten, and every copy is noted, so that two people can undo it. Returns what moved.
 */
export async function joinCases(
  tx: Tx,
  { mergeId, surviving, absorbed, plan }: Join,
  two: Two,
  now: Date,
): Promise<{ factId: string; moved: Pick<Moved, "reports" | "holders" | "shift"> }> {
  const [here, there] = [await listFacts(tx, surviving.caseId), await listFacts(tx, absorbed.caseId)];
  const before = await standingCustody(tx, surviving.caseId, "known");
  const last = Math.max(0, ...here.map(({ episode, knownTo }) => (knownTo === null ? (episode ?? 0) : 0)));
  const shift = plan.kind === "other_episode" ? last : 0;
  const parts: { kind: string; sourceId: string; copyId: string; overId?: string | null }[] = [];
  const noted = (kind: string, became: ReadonlyMap<string, string>) => {
    for (const [sourceId, copyId] of became) parts.push({ kind, sourceId, copyId });
  };
  const evidence = await carryEvidence(tx, absorbed, surviving, two.proposedBy, now);
  noted("evidence", evidence);
  const chosen = there.filter((fact) => plan.take.some((one) => one.fact === fact.id));
  const verdicts = there.filter((fact) => shift > 0 && isVerdict(fact));
  for (const fact of [...chosen, ...verdicts]) {
    const overId = plan.take.find((one) => one.fact === fact.id)?.over ?? null;
    const over = here.find(({ id }) => id === overId) ?? null;
    const known = isKnown(fact);
    const copyId = await carryFact(
      tx,
      fact,
      absorbed,
      surviving,
      {
        ...{ over, evidence, episode: episodeOf(fact, there, shift) },
        recordedBy: known ? two.proposedBy : fact.recordedBy,
        confirmedBy: known ? two.confirmedBy : null,
      },
      now,
    );
    parts.push({ kind: "fact", sourceId: fact.id, copyId, overId });
    if (known) await refuseUnlikelyRelease(tx, surviving.caseId, fact, "known");
  }
  refuseProblem(problemBrought(before, await standingCustody(tx, surviving.caseId, "known")));
  const facts = new Map(
    parts.flatMap(({ kind, sourceId, copyId }) => (kind === "fact" ? [[sourceId, copyId]] : [])),
  );
  await carrySayings(tx, { from: absorbed.key, to: surviving.key, evidence, facts });
  noted("permission", await carryPermissions(tx, absorbed.caseId, surviving.caseId, now));
  const { reports, holders } = await moveDossier(tx, absorbed, surviving);
  await tx.mergePart.createMany({ data: parts.map((part) => ({ mergeId, overId: null, ...part })) });
  const moment = now.toISOString();
  const factId = await insertFact(tx, {
    caseId: absorbed.caseId,
    input: {
      track: "vetting",
      state: "merged_duplicate",
      effective: { earliest: moment, latest: moment },
    },
    recordedBy: two.proposedBy,
    now,
  });
  return { factId, moved: { reports, holders, shift } };
}

/** After the merge is written down as agreed: the absorbed case stops counting and the other counts with what came. */
export async function beginCountingAsOne(
  tx: Tx,
  factId: string,
  { surviving, absorbed }: Pick<Join, "surviving" | "absorbed">,
  { confirmedBy }: Two,
  now: Date,
): Promise<void> {
  await tx.fact.update({
    where: { id: factId },
    data: { knownFrom: now, confirmedBy },
    select: { id: true },
  });
  await recount(tx, [surviving.personId, absorbed.personId]);
}

const isVerdict = (fact: CarriedFact) =>
  fact.track === "vetting" &&
  isKnown(fact) &&
  !["pending_evaluation", "merged_duplicate"].includes(fact.state);

/** A verdict that covers every detention covers, in another case, the last of its own. */
function episodeOf(fact: CarriedFact, all: readonly CarriedFact[], shift: number): number | null {
  if (fact.episode !== null) return fact.episode + shift;
  if (shift === 0) return null;
  return Math.max(1, ...all.filter(isKnown).map(({ episode }) => episode ?? 1)) + shift;
}

async function moveDossier(tx: Tx, from: Side, to: Side): Promise<{ reports: string[]; holders: string[] }> {
  const [going, staying] = [readDossier(from), readDossier(to)];
  const { reports, holders } = going;
  await writeDossier(tx, from, { ...going, reports: [], holders: [] });
  await writeDossier(tx, to, {
    ...staying,
    reports: [...staying.reports, ...reports],
    holders: [...staying.holders, ...holders],
  });
  return { reports, holders: holders.flatMap(({ id }) => id ?? []) };
}

const writeDossier = (tx: Tx, { caseId, key }: Side, written: Dossier) =>
  tx.case.update({
    where: { id: caseId },
    data: { dossier: sealUnder(key, written, dossierContext(caseId)) },
    select: { id: true },
  });

export interface Part {
  mergeId: string;
  factId: string;
  surviving: Side;
  absorbed: Side;
  moved: Moved;
  plan: UndoPlan;
}

/**
 * Inside two people's undoing, once it is written down: each case is again what it would have been, with what was said meanwhile of
 * either in its own. What was answered before stays as it was.
 */
export async function partCases(
  tx: Tx,
  { mergeId, factId, surviving, absorbed, moved, plan }: Part,
  two: Two,
  now: Date,
): Promise<void> {
  const { facts, permissions, evidence } = await partsOf(tx, mergeId);
  const back = new Map([...evidence].map(([source, copy]) => [copy, source]));
  const here = new Map([...evidence.values()].map((copy) => [copy, copy]));
  const own = await tx.evidence.findMany({
    where: { caseId: surviving.caseId },
    select: { id: true },
  });
  for (const { id } of own) here.set(id, id);
  await returnFacts(
    tx,
    { surviving, absorbed, parts: facts, goes: plan.goes, shift: moved.shift, evidence: { back, here } },
    two,
    now,
  );
  for (const { caseId } of [surviving, absorbed]) await keepKinTold(tx, caseId, two.confirmedBy, now);
  const sources = new Map(facts.map(({ sourceId, copyId }) => [copyId, sourceId]));
  await carrySayings(tx, { from: surviving.key, to: absorbed.key, evidence: back, facts: sources });
  await withdrawCopies(
    tx,
    absorbed,
    surviving,
    evidence,
    { withdrawnBy: two.confirmedBy, why: plan.why },
    now,
  );
  const all = readDossier(surviving);
  const reports = new Set(moved.reports);
  const goes = all.holders.filter(
    ({ id, report }) =>
      (id !== null && moved.holders.includes(id)) || (report !== null && reports.has(report)),
  );
  const holders = new Set(goes.flatMap(({ id }) => id ?? []));
  const [survivingId, absorbedId] = [surviving.caseId, absorbed.caseId];
  await returnPermissions(tx, { survivingId, absorbedId, became: permissions, holders }, now);
  await writeDossier(tx, surviving, {
    ...all,
    reports: all.reports.filter((id) => !reports.has(id)),
    holders: all.holders.filter((one) => !goes.includes(one)),
  });
  const before = readDossier(absorbed);
  await writeDossier(tx, absorbed, {
    ...before,
    reports: [...before.reports, ...all.reports.filter((id) => reports.has(id))],
    holders: [...before.holders, ...goes],
  });
  await endFacts(tx, [factId], now);
  await recount(tx, [surviving.personId, absorbed.personId]);
}

import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { readDossier } from "@/lib/cases/dossier/queries";
import { isKinTold } from "@/lib/cases/kin/queries";
import { listFacts } from "@/lib/cases/merge/carrying/queries";
import { openMerge, partsOf } from "@/lib/cases/merge/queries";
import { untold } from "@/lib/cases/merge/rules";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { openCaseKey } from "@/lib/people/queries";
import { readWho } from "../../identity/queries";
import { differencesOf } from "../../identity/rules";
import { pairOfCases } from "../queries";
import type { MergePreview, MergeSide } from "./schema";

/** What making one case of two would move, for whoever is about to propose it; recorded about both. */
export async function previewMerge(
  actor: Actor,
  { survivingId, absorbedId }: { survivingId: string; absorbedId: string },
  clock: Clock,
): Promise<MergePreview> {
  const staff = authorise(actor, "merge.propose");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const [surviving, absorbed] = [
      await readMergeSide(tx, staff, survivingId),
      await readMergeSide(tx, staff, absorbedId),
    ];
    for (const { reference } of [surviving, absorbed])
      await record(tx, staff, "merge.previewed", { case: reference }, now);
    const told = untold(absorbed.facts, surviving.facts);
    return {
      ...{ surviving, absorbed },
      differing: differencesOf(surviving.who, absorbed.who).filter((field) => field !== "aliases"),
      untold: new Set(told.map(({ id }) => id)),
    };
  });
}

/** A merge that waits, stands or was undone: what moved, what was written down since, and who said what. Recorded about both cases. */
export async function openMergeForDesk(actor: Actor, mergeId: string, clock: Clock) {
  const staff = authorise(actor, "pair.read");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const merge = await openMerge(tx, staff, mergeId);
    const surviving = await readMergeSide(tx, staff, merge.survivingId);
    const absorbed = await readMergeSide(tx, staff, merge.absorbedId);
    const { facts, permissions, evidence } = await partsOf(tx, mergeId);
    const copies = new Set(facts.map(({ copyId }) => copyId));
    const { decidedAt } = merge;
    const since = surviving.facts.filter(
      (fact) =>
        decidedAt !== null &&
        fact.recordedAt >= decidedAt &&
        !copies.has(fact.id) &&
        !copies.has(fact.supersedesId ?? "") &&
        fact.track !== "vetting",
    );
    for (const { reference } of [surviving, absorbed])
      await record(tx, staff, "merge.read", { case: reference }, now);
    const counts = { facts: facts.length, permissions: permissions.size, evidence: evidence.size };
    const pairId = await pairOfCases(tx, staff, [merge.survivingId, merge.absorbedId]);
    return { ...merge, surviving, absorbed, since, counts, pairId };
  });
}
export type MergeShown = Awaited<ReturnType<typeof openMergeForDesk>>;

async function readMergeSide(tx: Tx, staff: StaffActor, caseId: string): Promise<MergeSide> {
  const opened = await openCaseKey(tx, staff, caseId);
  const facts = (await listFacts(tx, caseId)).filter(
    ({ knownTo, track }) => knownTo === null && track !== "vetting",
  );
  return {
    ...{ caseId, reference: opened.reference, who: await readWho(tx, opened), facts },
    evidence: await tx.evidence.count({ where: { caseId, withdrawal: null } }),
    reports: readDossier(opened).reports.length,
    kinTold: await isKinTold(tx, caseId),
    permissions: await tx.permission.findMany({
      where: { caseId, knownTo: null },
      orderBy: { purpose: "asc" },
      select: { purpose: true, granted: true, standing: true },
    }),
  };
}

/** The merges that wait or stand about a case, for its page. */
export async function mergesOf(
  actor: Actor,
  caseId: string,
): Promise<{ id: string; agreed: boolean; isAbsorbed: boolean; other: string }[]> {
  authorise(actor, "case.read");
  const rows = await desk().merge.findMany({
    where: {
      undoneAt: null,
      AND: [
        { OR: [{ agreed: null }, { agreed: true }] },
        { OR: [{ survivingId: caseId }, { absorbedId: caseId }] },
      ],
    },
    orderBy: { id: "asc" },
    select: { id: true, agreed: true, survivingId: true, absorbedId: true },
  });
  const others = await desk().case.findMany({
    where: { id: { in: rows.flatMap((row) => [row.survivingId, row.absorbedId]) } },
    select: { id: true, reference: true },
  });
  return rows.map(({ id, agreed, survivingId, absorbedId }) => {
    const isAbsorbed = absorbedId === caseId;
    const other = others.find((one) => one.id === (isAbsorbed ? survivingId : absorbedId));
    if (!other) throw new Refusal("not_found");
    return { id, agreed: agreed === true, isAbsorbed, other: other.reference };
  });
}

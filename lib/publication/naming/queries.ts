import type { StaffActor } from "@/lib/auth/actor";
import { listPermissions } from "@/lib/cases/permissions/queries";
import type { Prisma, Tx } from "@/lib/db/connect";
import { findTraits, openCaseKey, openIdentity } from "@/lib/people/queries";
import type { KnownFact, Nameable, NamingStatus } from "./rules";

/** Everything the public page of a case may draw on, as known at a moment, with the name opened in the session. */
export async function readNameable(
  tx: Tx,
  staff: Pick<StaffActor, "keys">,
  caseId: string,
  now: Date,
): Promise<Nameable> {
  const { personId, reference, key } = await openCaseKey(tx, staff, caseId);
  const traits = await findTraits(tx, personId);
  if (!traits) throw new Error("a person without traits");
  return {
    reference,
    identity: await openIdentity(tx, key, personId),
    traits,
    permissions: await listPermissions(tx, caseId),
    facts: await listKnownFacts(tx, caseId, now),
    corrected: await listCorrected(tx, caseId, now),
    waiting: await tx.fact.findMany({
      where: { caseId, track: "custody", knownFrom: null, knownTo: null },
      select: { earliest: true, latest: true, latestByDay: true, recordedAt: true },
    }),
  };
}

/** Facts that stood on the page since it was last named, and do not any more. */
async function listCorrected(tx: Tx, caseId: string, now: Date): Promise<Nameable["corrected"]> {
  const named = await tx.namingAct.findFirst({
    where: { caseId, kind: "named", confirmedAt: { not: null } },
    orderBy: latestAct,
    select: { confirmedAt: true },
  });
  if (!named?.confirmedAt) return [];
  const rows = await tx.fact.findMany({
    where: { caseId, knownFrom: { not: null }, knownTo: { gt: named.confirmedAt, lte: now } },
    orderBy: { knownTo: "asc" },
    select: { track: true, knownTo: true },
  });
  return rows.flatMap(({ track, knownTo }) => (knownTo === null ? [] : [{ track, at: knownTo }]));
}

async function listKnownFacts(tx: Tx, caseId: string, now: Date): Promise<KnownFact[]> {
  const rows = await tx.fact.findMany({
    where: { caseId, knownFrom: { lte: now }, OR: [{ knownTo: null }, { knownTo: { gt: now } }] },
    orderBy: { position: "asc" },
    select: {
      track: true,
      state: true,
      episode: true,
      earliest: true,
      latest: true,
      latestByDay: true,
      knownFrom: true,
      entity: true,
      whereabouts: true,
      sources: { select: { kind: true, origin: true } },
    },
  });
  return rows.flatMap(({ knownFrom, ...fact }) => (knownFrom === null ? [] : [{ ...fact, knownFrom }]));
}

/** Newest first; of two acts in one moment the withdrawal rules. */
export const latestAct = [
  { proposedAt: "desc" },
  { kind: "desc" },
  { id: "desc" },
] satisfies Prisma.NamingActOrderByWithRelationInput[];

/** How the naming of a case stands: the latest act rules. */
export async function findNaming(tx: Tx, caseId: string, reference: string): Promise<NamingStatus> {
  const last = await tx.namingAct.findFirst({
    where: { caseId },
    orderBy: latestAct,
    select: { id: true, kind: true, proposedBy: true, proposedAt: true, confirmedBy: true },
  });
  const page = await tx.namedCase.findUnique({ where: { reference }, select: { reference: true } });
  const waits = last?.kind === "named" && last.confirmedBy === null;
  return {
    proposed: waits ? { id: last.id, proposedBy: last.proposedBy, proposedAt: last.proposedAt } : null,
    published: page !== null,
  };
}

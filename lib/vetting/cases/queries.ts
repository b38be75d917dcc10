import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { readDossier } from "@/lib/cases/dossier/queries";
import { factNote, noteContext } from "@/lib/cases/facts/correction/schema";
import { listOpenRetractions } from "@/lib/cases/facts/retraction/queries";
import { isKinTold } from "@/lib/cases/kin/queries";
import { listPermissions } from "@/lib/cases/permissions/queries";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Prisma, Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { listEvidence } from "@/lib/evidence/queries";
import { findTraits, openCaseKey, openIdentity } from "@/lib/people/queries";
import { findNaming, readNameable } from "@/lib/publication/naming/queries";
import { isShielded, namingRefusal } from "@/lib/publication/naming/rules";
import { openPostedAbout } from "@/lib/publication/withdrawals/commands";
import { openUnder } from "@/lib/vault/seal";
import { findDue, listDecisions } from "../decisions/queries";
import { readGrounds } from "../queries";
import type { CaseForDesk, DeskFact } from "./rules";

const deskFact = {
  id: true,
  track: true,
  state: true,
  episode: true,
  position: true,
  earliest: true,
  earliestByDay: true,
  latest: true,
  latestByDay: true,
  knownFrom: true,
  knownTo: true,
  entity: true,
  facility: true,
  whereabouts: true,
  forces: true,
  basis: true,
  authority: true,
  result: true,
  jurisdiction: true,
  endEarliest: true,
  endEarliestByDay: true,
  endLatest: true,
  endLatestByDay: true,
  supersedesId: true,
  recordedBy: true,
  recordedAt: true,
  confirmedBy: true,
  note: true,
  sources: { select: { kind: true, origin: true } },
} satisfies Prisma.FactSelect;

/**
 * Everything on one case, opened in the session, as of now; what its families posted with their codes is opened before. Who looked is
 * recorded in the same transaction.
 */
export async function findCaseForDesk(actor: Actor, reference: string, clock: Clock): Promise<CaseForDesk> {
  const staff = authorise(actor, "case.read");
  const now = clock();
  await openPostedAbout(staff, reference, clock);
  return desk().$transaction(async (tx) => {
    const shown = await readCase(tx, staff, reference, now);
    await record(tx, staff, "case.read", { case: reference }, now);
    return shown;
  });
}

/** The same inside an act that records by itself what was done with it. */
export async function readCase(
  tx: Tx,
  staff: StaffActor,
  reference: string,
  now: Date,
): Promise<CaseForDesk> {
  const row = await tx.case.findUnique({ where: { reference }, select: { id: true } });
  if (!row) throw new Refusal("not_found");
  const { key, personId, dossier, ...opened } = await openCaseKey(tx, staff, row.id);
  const { caseId } = opened;
  const traits = await findTraits(tx, personId);
  if (!traits) throw new Error("a person without traits");
  const nameable = await readNameable(tx, staff, caseId, now);
  return {
    ...opened,
    ...readDossier({ caseId, dossier, key }),
    identity: await openIdentity(tx, key, personId),
    traits,
    facts: await listFacts(tx, caseId, key),
    retractions: await listOpenRetractions(tx, caseId, key),
    evidence: await listEvidence(tx, caseId, key),
    permissions: await listPermissions(tx, caseId),
    decisions: await listDecisions(tx, caseId, key),
    due: await findDue(tx, caseId),
    grounds: await readGrounds(tx, { caseId, personId }),
    naming: {
      ...(await findNaming(tx, caseId, reference)),
      refusal: namingRefusal(nameable, now),
      shielded: isShielded(nameable),
    },
    kinTold: await isKinTold(tx, caseId),
  };
}

/** Every fact of a case, whatever became of it, in the stored order of its track. */
async function listFacts(tx: Tx, caseId: string, key: Uint8Array): Promise<DeskFact[]> {
  const rows = await tx.fact.findMany({
    where: { caseId },
    orderBy: [{ position: "asc" }, { recordedAt: "asc" }],
    select: deskFact,
  });
  return rows.map(({ note, ...fact }) => ({
    ...fact,
    ...(note ? factNote.parse(openUnder(key, note, noteContext(fact.id))) : { why: null, said: null }),
  }));
}

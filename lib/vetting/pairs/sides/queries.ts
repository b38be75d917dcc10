import type { StaffActor } from "@/lib/auth/actor";
import { readDossier } from "@/lib/cases/dossier/queries";
import { standingCustody } from "@/lib/cases/facts/queries";
import { dateInCaracas } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { reportPayload } from "@/lib/intake/schema";
import { findTraits, openCaseKey, openIdentity } from "@/lib/people/queries";
import { openFromVault } from "@/lib/vault/seal";
import { boundsOf } from "../../reports/rules";
import type { PairKey, PairSide } from "../schema";

/** One of two who are compared, opened with the viewer's keys; null where it was erased or is no more. The caller writes who looked. */
export async function readSide(tx: Tx, staff: StaffActor, key: PairKey): Promise<PairSide | null> {
  return key.kind === "case" ? readCase(tx, staff, key) : readReport(tx, staff, key);
}

async function readCase(tx: Tx, staff: StaffActor, key: PairKey): Promise<PairSide | null> {
  const opened = await openCaseKey(tx, staff, key.id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  });
  if (!opened) return null;
  const { personId, reference, openedAt, key: under } = opened;
  const identity = await openIdentity(tx, under, personId);
  const traits = await findTraits(tx, personId);
  const custody = await standingCustody(tx, key.id, "all");
  const places = await tx.fact.findMany({
    where: { id: { in: custody.map(({ id }) => id) } },
    select: { id: true, entity: true, facility: true },
  });
  const verdict = await tx.fact.findFirst({
    where: { caseId: key.id, track: "vetting", knownFrom: { not: null }, knownTo: null },
    orderBy: { position: "desc" },
    select: { state: true },
  });
  const { idDocument } = identity;
  return {
    ...key,
    ...{ reference, openedAt, givenNames: identity.givenNames, surnames: identity.surnames },
    aliases: identity.aliases,
    document: idDocument && `${idDocument.kind}-${idDocument.number}`,
    ...{ sex: traits?.sex ?? "unknown", birthDate: traits?.birthDate ?? null },
    ...{ birthYear: traits?.birthYear ?? null, nationality: traits?.nationality ?? null },
    age: traits?.ageAtDetention?.min ?? null,
    civilMilitary: traits?.civilMilitary ?? null,
    detentions: custody.map(({ id, state, earliest, latest }) => {
      const place = places.find((one) => one.id === id);
      return {
        ...{ state, entity: place?.entity ?? null, facility: place?.facility ?? null },
        earliest: earliest && dateInCaracas(earliest),
        // A bound said by the day ends where the next day begins.
        latest: latest && dateInCaracas(new Date(Math.max(latest.getTime() - 1, earliest?.getTime() ?? 0))),
      };
    }),
    verdict: verdict?.state ?? null,
    evidence: await tx.evidence.count({ where: { caseId: key.id, withdrawal: null } }),
    reports: readDossier(opened).reports.length,
  };
}

async function readReport(tx: Tx, { keys }: StaffActor, key: PairKey): Promise<PairSide | null> {
  const row = await tx.report.findUnique({
    where: { id: key.id },
    select: { sealed: true, receivedAt: true },
  });
  if (!row) return null;
  const { person, detention, whereabouts } = reportPayload.parse(await openFromVault(keys, row.sealed));
  const { earliest, latest } = boundsOf(detention.date);
  const document = person.idDocument;
  return {
    ...key,
    ...{ reference: null, openedAt: row.receivedAt },
    ...{ givenNames: person.givenNames, surnames: person.surnames, aliases: [] },
    document: document && `${document.kind}-${document.number.replaceAll(/[\s.-]/g, "")}`,
    ...{ sex: person.sex, birthDate: null, birthYear: person.birthYear ?? null },
    age: person.approxAge ?? null,
    ...{ nationality: null, civilMilitary: null, verdict: null, evidence: null, reports: null },
    detentions: [
      {
        ...{ entity: detention.entity ?? null, earliest, latest, state: "apprehended" },
        facility: whereabouts?.facility ?? null,
      },
    ],
  };
}

import type { StaffActor } from "@/lib/auth/actor";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import type { Traits } from "@/lib/db/generated/client";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import { type Identity, identityInput, type TraitsInput } from "./schema";

/** Where a person's identity is bound to: moved to another row it does not open. */
export const contextOf = (personId: string): string => `people|identity|${personId}`;

export interface OpenedCase {
  caseId: string;
  personId: string;
  reference: string;
  openedBy: string;
  openedAt: Date;
  dossier: Uint8Array | null;
  /** Opens and seals every word about this person, for as long as the command or page runs. */
  key: Uint8Array;
}

/**
 * The case and the key to its words, with the case row locked until the transaction ends, so that two acts on one case
 * follow each other. Refuses with `not_found` when there is none or its words were erased, and with `merged_away` where everything
 * about the person is said of another case by now.
 */
export async function lockCase(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  caseId: string,
): Promise<OpenedCase> {
  await tx.$queryRaw`SELECT id FROM registry.cases WHERE id = ${caseId}::uuid FOR UPDATE`;
  await refuseMerged(tx, caseId);
  return openCaseKey(tx, { keys }, caseId);
}

/** Refuses with `merged_away` an act on a case that was merged into another: it is done there. */
export async function refuseMerged(tx: Tx, caseId: string): Promise<void> {
  const merged = await tx.merge.count({ where: { absorbedId: caseId, agreed: true, undoneAt: null } });
  if (merged > 0) throw new Refusal("merged_away");
}

/** The case and the key to its words, without a lock: for reading. */
export async function openCaseKey(
  tx: Tx,
  { keys }: Pick<StaffActor, "keys">,
  caseId: string,
): Promise<OpenedCase> {
  const row = await tx.case.findUnique({
    where: { id: caseId },
    select: {
      personId: true,
      reference: true,
      openedBy: true,
      openedAt: true,
      dossier: true,
      person: { select: { wrappedKey: true } },
    },
  });
  if (!row?.person.wrappedKey) throw new Refusal("not_found");
  const { person, ...plain } = row;
  return { caseId, ...plain, key: openPersonKey(keys, row.person.wrappedKey) };
}

/** A person's name and document, unsealed. The caller writes who looked. */
export async function openIdentity(tx: Tx, key: Uint8Array, personId: string): Promise<Identity> {
  const row = await tx.person.findUnique({ where: { id: personId }, select: { identity: true } });
  if (!row?.identity) throw new Refusal("not_found");
  return identityInput.parse(openUnder(key, row.identity, contextOf(personId)));
}

export const traitColumns = {
  sex: true,
  birthDate: true,
  birthYear: true,
  ageMin: true,
  ageMax: true,
  nationality: true,
  civilMilitary: true,
  sectors: true,
} as const;

/** The counting traits of a person as last recorded. */
export async function findTraits(tx: Tx, personId: string): Promise<TraitsInput | null> {
  const row = await tx.traits.findFirst({
    where: { personId },
    orderBy: [{ knownFrom: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    select: traitColumns,
  });
  return row && traitsFrom(row);
}

/** A row of traits as forms and registry files write them: the birth date as a date, the told age as one range. */
export function traitsFrom(row: Pick<Traits, keyof typeof traitColumns>): TraitsInput {
  const { ageMin, ageMax, birthDate, ...plain } = row;
  return {
    ...plain,
    birthDate: birthDate === null ? null : birthDate.toISOString().slice(0, 10),
    ageAtDetention: ageMin === null || ageMax === null ? null : { min: ageMin, max: ageMax },
  };
}

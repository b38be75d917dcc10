import type { StaffActor } from "@/lib/auth/actor";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/connect";
import { newPersonKey } from "@/lib/vault/person";
import { sealUnder } from "@/lib/vault/seal";
import { contextOf } from "./queries";
import type { Identity, TraitsInput } from "./schema";

/**
 * Inside the transaction that registers somebody: the person exists with a key of their own, their name sealed under it
 * and only the counting traits in plain columns. Shredding the key later erases every word and no number.
 */
export async function insertPerson(
  tx: Tx,
  { keys, username }: Pick<StaffActor, "keys" | "username">,
  { identity, traits }: { identity: Identity; traits: TraitsInput },
  now: Date,
): Promise<{ personId: string; key: Uint8Array }> {
  const personId = newId(now);
  const { key, wrapped } = newPersonKey(keys);
  await tx.person.create({
    data: {
      id: personId,
      wrappedKey: wrapped,
      identity: sealUnder(key, identity, contextOf(personId)),
      createdAt: now,
    },
    select: { id: true },
  });
  await tx.traits.create({
    data: {
      id: newId(now),
      personId,
      knownFrom: null,
      ...traitColumns(traits),
      recordedBy: username,
    },
    select: { id: true },
  });
  return { personId, key };
}

/** The plain columns of traits as they are stored. */
export function traitColumns({ ageAtDetention, birthDate, ...plain }: TraitsInput) {
  return {
    ...plain,
    birthDate: birthDate === null ? null : new Date(`${birthDate}T00:00:00Z`),
    ageMin: ageAtDetention?.min ?? null,
    ageMax: ageAtDetention?.max ?? null,
  };
}

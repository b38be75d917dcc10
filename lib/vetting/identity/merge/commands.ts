import type { Two } from "@/lib/cases/merge/schema";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/connect";
import { traitColumns } from "@/lib/people/commands";
import { contextOf, type OpenedCase } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { changeContext, versionOf } from "../queries";
import { differencesOf } from "../rules";
import { changeWords, type Who } from "../schema";

/**
 * Inside an act that two people agreed to: from now the name reads, and the person counts, as the act says; kept in the history of who
 * they are like any correction. Nothing is written where nothing differs. The caller recounts.
 */
export async function changeWho(
  tx: Tx,
  { proposedBy, confirmedBy }: Two,
  { personId, key }: Pick<OpenedCase, "personId" | "key">,
  { before, after, why }: { before: Who; after: Who; why: string },
  now: Date,
): Promise<void> {
  if (differencesOf(before, after).length === 0) return;
  const id = newId(now);
  await tx.personChange.create({
    data: {
      ...{ id, personId, proposedBy, proposedAt: now, agreed: true, decidedBy: confirmedBy, decidedAt: now },
      sealed: sealUnder(key, changeWords.parse({ before, after, why }), changeContext(id)),
      basedOn: new Uint8Array(Buffer.from(versionOf(before, key), "hex")),
    },
    select: { id: true },
  });
  if (differencesOf({ ...before, traits: after.traits }, after).length > 0) {
    const identity = sealUnder(key, after.identity, contextOf(personId));
    await tx.person.update({ where: { id: personId }, data: { identity }, select: { id: true } });
  }
  if (differencesOf({ ...before, identity: after.identity }, after).length === 0) return;
  await tx.traits.create({
    data: {
      ...{ id: newId(now), personId, knownFrom: now, ...traitColumns(after.traits) },
      ...{ recordedBy: proposedBy, confirmedBy },
    },
    select: { id: true },
  });
}

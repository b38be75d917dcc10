import { createHmac } from "node:crypto";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { findTraits, type OpenedCase, openIdentity } from "@/lib/people/queries";
import { openUnder } from "@/lib/vault/seal";
import { canonical } from "./rules";
import { changeWords, type OpenChange, type Who } from "./schema";

/** Where the words of a change are bound to. */
export const changeContext = (id: string): string => `person_changes|sealed|${id}`;

/** Who somebody is as it stands, with the name opened. */
export async function readWho(tx: Tx, { key, personId }: Pick<OpenedCase, "key" | "personId">): Promise<Who> {
  const traits = await findTraits(tx, personId);
  if (!traits) throw new Refusal("not_found");
  return { identity: await openIdentity(tx, key, personId), traits };
}

/** The version of what stands, as a form carries it back: says whether it is still the same, and nothing about the person. */
export const versionOf = (who: Who, key: Uint8Array): string =>
  createHmac("sha256", key).update("vigilia who 1").update(canonical(who)).digest("hex");

/** The corrections that wait for a second person, oldest first. */
export async function listOpenChanges(
  tx: Tx,
  { key, personId }: Pick<OpenedCase, "key" | "personId">,
  version: string,
): Promise<OpenChange[]> {
  const rows = await tx.personChange.findMany({
    where: { personId, decidedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, sealed: true, basedOn: true, proposedBy: true, proposedAt: true },
  });
  return rows.map(({ sealed, basedOn, ...row }) => ({
    ...row,
    ...changeWords.parse(openUnder(key, sealed, changeContext(row.id))),
    isOvertaken: Buffer.from(basedOn).toString("hex") !== version,
  }));
}

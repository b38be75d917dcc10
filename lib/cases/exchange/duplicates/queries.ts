import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { contextOf } from "@/lib/people/queries";
import { sortKey } from "@/lib/people/rules";
import { type Identity, identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";

/** What two dossiers of one person would share: the document, or the whole name in any order of its words. For looking, never for deciding. */
export function fingerprints(identity: Pick<Identity, "givenNames" | "surnames" | "idDocument">): string[] {
  const words = sortKey(identity).split(" ").sort().join(" ");
  const { idDocument } = identity;
  return [`name ${words}`, ...(idDocument ? [`document ${idDocument.kind} ${idDocument.number}`] : [])];
}

const PAGE = 2000;

/** Fingerprints of everybody in the registry, opened in memory with the actor's keys, each with its case's reference. Erased people have none. */
export async function knownFingerprints(
  tx: Tx,
  keys: StaffActor["keys"],
  skipSource: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let after: string | undefined;
  for (;;) {
    const rows = await tx.person.findMany({
      where: {
        wrappedKey: { not: null },
        OR: [{ case: { source: null } }, { case: { source: { not: skipSource } } }],
        ...(after ? { id: { gt: after } } : {}),
      },
      orderBy: { id: "asc" },
      take: PAGE,
      select: { id: true, wrappedKey: true, identity: true, case: { select: { reference: true } } },
    });
    for (const { id, wrappedKey, identity, case: dossier } of rows) {
      if (!wrappedKey || !identity || !dossier) continue;
      const opened = identityInput.parse(openUnder(openPersonKey(keys, wrappedKey), identity, contextOf(id)));
      for (const print of fingerprints(opened)) found.set(print, dossier.reference);
    }
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) return found;
  }
}

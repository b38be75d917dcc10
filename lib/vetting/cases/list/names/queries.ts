import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { contextOf } from "@/lib/people/queries";
import { sortKey } from "@/lib/people/rules";
import { type Identity, identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";
import { type CaseView, idsIn } from "../views/queries";

/** Names are sealed, so a search opens them one by one; one look opens no more than this and says where it stopped. */
export const SEARCHED = 2_000;

export interface Found {
  ids: string[];
  /** The last case whose name was opened, to go on from; null when none is left. */
  next: string | null;
}

/** Cases of a view from a place on that have this reference, or every one of these words in a name or a nickname. */
export async function searchNames(
  tx: Tx,
  staff: StaffActor,
  { view, words, after }: { view: CaseView; words: string; after: string | null },
): Promise<Found> {
  const typed = words.toUpperCase().replaceAll(/[^0-9A-Z-]/g, "");
  const byReference = await tx.case.findUnique({ where: { reference: typed }, select: { id: true } });
  if (byReference) return { ids: [byReference.id], next: null };
  const wanted = sortKey({ givenNames: "", surnames: words }).split(" ").filter(Boolean);
  if (wanted.length === 0) return { ids: [], next: null };
  const looked = await idsIn(tx, view, after, SEARCHED);
  const rows = await tx.case.findMany({
    where: { id: { in: looked } },
    orderBy: { id: "desc" },
    select: { id: true, personId: true, person: { select: { wrappedKey: true, identity: true } } },
  });
  const ids = rows.flatMap(({ id, personId, person }) => {
    const identity = openName(staff, personId, person);
    return identity && isCalled(identity, wanted) ? [id] : [];
  });
  return { ids, next: looked.length === SEARCHED ? (looked.at(-1) ?? null) : null };
}

function isCalled(identity: Identity, wanted: string[]): boolean {
  const aliases = identity.aliases.map((alias) => sortKey({ givenNames: "", surnames: alias }));
  const name = [sortKey(identity), ...aliases].join(" ");
  return wanted.every((word) => name.includes(word));
}

/** A name opened in the session; null where it was erased. */
export function openName(
  { keys }: StaffActor,
  personId: string,
  { wrappedKey, identity }: { wrappedKey: Uint8Array | null; identity: Uint8Array | null },
): Identity | null {
  if (wrappedKey === null || identity === null) return null;
  return identityInput.parse(openUnder(openPersonKey(keys, wrappedKey), identity, contextOf(personId)));
}

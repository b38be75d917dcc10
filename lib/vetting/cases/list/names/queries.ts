import type { StaffActor } from "@/lib/auth/actor";
import { contextOf } from "@/lib/people/queries";
import { type Identity, identityInput } from "@/lib/people/schema";
import { openPersonKey } from "@/lib/vault/person";
import { openUnder } from "@/lib/vault/seal";

/** A name opened in the session; null where it was erased. */
export function openName(
  { keys }: StaffActor,
  personId: string,
  { wrappedKey, identity }: { wrappedKey: Uint8Array | null; identity: Uint8Array | null },
): Identity | null {
  if (wrappedKey === null || identity === null) return null;
  return identityInput.parse(openUnder(openPersonKey(keys, wrappedKey), identity, contextOf(personId)));
}

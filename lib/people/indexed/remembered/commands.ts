import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { keepIndex, rememberedHere } from "../commands";

const MOST_EACH = 20;
const KEPT = 3_600_000;

/**
 * Keeps what somebody looks for under a word of chance, in the memory of this process alone and for them alone, so that going back and
 * loading again find it and no address bears a name. Twenty each, an hour long, and none once nobody is signed in.
 */
export function rememberSearch(actor: Actor, words: string, clock: Clock): string {
  const staff = authorise(actor, "case.read");
  keepIndex(staff);
  const kept = rememberedHere();
  const now = clock().getTime();
  for (const [word, { at }] of kept) if (now - at > KEPT) kept.delete(word);
  const own = [...kept].filter(([, { who }]) => who === staff.id);
  for (const [word] of own.slice(0, Math.max(0, own.length + 1 - MOST_EACH))) kept.delete(word);
  const word = randomBytes(9).toString("base64url");
  kept.set(word, { who: staff.id, words, at: now });
  return word;
}

/** What this person looked for under that word; null where it is nobody's, somebody else's, or over. */
export function rememberedSearch(actor: Actor, word: string, clock: Clock): string | null {
  const staff = authorise(actor, "case.read");
  const search = rememberedHere().get(word);
  if (!search || search.who !== staff.id || clock().getTime() - search.at > KEPT) return null;
  return search.words;
}

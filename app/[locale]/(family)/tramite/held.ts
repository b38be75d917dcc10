import { newTroubleNumber } from "@/lib/core/ids";
import type { PostedForm } from "@/lib/intake/typed/schema";

const held = new Map<string, PostedForm>();

/**
 * Keeps what was typed in memory for the answer that is just being made, when it could not be saved anywhere else. Gives the number it
 * is held under.
 */
export function hold(posted: PostedForm, reference = newTroubleNumber()): string {
  held.set(reference, posted);
  setTimeout(() => held.delete(reference), 20_000).unref();
  return reference;
}

export const heldUnder = (reference: string | undefined): PostedForm | null =>
  (reference && held.get(reference)) || null;

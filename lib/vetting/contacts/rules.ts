import { clockTimeInCaracas } from "@/lib/core/clock";
import type { SafeHours } from "@/lib/intake/contact/schema";
import type { ContactEntry } from "./schema";

/**
 * Whether it is safe to call at a moment, by the clock in Venezuela. The first minute of the span is in it and its last is not; a span
 * that ends before it begins runs over midnight.
 */
export function isSafe({ from, until }: SafeHours, at: Date): boolean {
  const now = clockTimeInCaracas(at).slice(0, 5);
  if (from !== null && until !== null && until < from) return now >= from || now < until;
  return (from === null || now >= from) && (until === null || now < until);
}

/** How long a written reason lets its author call outside the safe hours. */
export const OVERRIDE = 15 * 60_000;

/** Whether this person may call now: within the hours, or because they wrote why a moment ago. */
export function callingOf(
  hours: SafeHours,
  overrides: readonly { at: Date; by: string }[],
  username: string,
  now: Date,
): "open" | "closed" | "overridden" {
  if (isSafe(hours, now)) return "open";
  const isOver = ({ at, by }: { at: Date; by: string }) =>
    by === username && at <= now && now.getTime() - at.getTime() < OVERRIDE;
  return overrides.some(isOver) ? "overridden" : "closed";
}

/** Whoever holds the report works on it; a coordinator answers for all of them. */
export const worksOn = (
  assignedTo: string | null,
  { username, role }: { username: string; role: string },
): boolean => assignedTo === username || role === "coordinator";

/** Bytes that are the same for every entry, so that what is sealed has one length. */
export const filled = (entry: ContactEntry) => ({ entry, fill: "·".repeat(120) });

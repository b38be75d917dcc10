import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { windowBetween } from "./flows/queries";
import { series, tally } from "./queries";
import type { Tally, Window } from "./schema";

/** Whoever asks for exact numbers is on the trail before they see them; staff by role, an operator on the machine itself. */
async function askedBy(actor: Actor, what: string, clock: Clock): Promise<void> {
  if (actor.kind !== "operator") authorise(actor, "tally.read");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const vaults = await tx.vaultKey.count({ where: { retiredAt: null } });
    await record(tx, actor, "tally.asked", vaults === 0 ? null : { why: what }, now);
  });
}

/** One picture of the registry for all statements of an answer, whatever is confirmed meanwhile. */
const together = <Answer>(ask: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  desk().$transaction(ask, { isolationLevel: "RepeatableRead", timeout: 60_000 });

/** The exact stock at one moment as known at another. Not for publication: no disclosure control. */
export async function askTally(actor: Actor, at: Date, known: Date, clock: Clock): Promise<Tally> {
  await askedBy(actor, `at ${at.toISOString()} known ${known.toISOString()}`, clock);
  return together((tx) => tally(tx, at, known));
}

/** Exact flows and reconciliation of a window; by default opening as known at its beginning and the rest as known at its end. */
export async function askWindow(
  actor: Actor,
  from: Date,
  to: Date,
  known: Date | null,
  clock: Clock,
): Promise<Window> {
  await askedBy(actor, `from ${from.toISOString()} to ${to.toISOString()}`, clock);
  return together((tx) => windowBetween(tx, from, to, known ?? from, known ?? to));
}

/** The restated series at these moments, all as known at one. */
export async function askSeries(
  actor: Actor,
  moments: readonly Date[],
  known: Date,
  clock: Clock,
): Promise<{ at: string; held: number }[]> {
  await askedBy(actor, `series of ${moments.length} known ${known.toISOString()}`, clock);
  return together((tx) => series(tx, moments, known));
}

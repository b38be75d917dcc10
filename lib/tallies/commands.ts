import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { method } from "@/lib/cases/counting/method/schema";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import type { AnsweredWindow, Standing } from "./asking/schema";
import { windowBetween } from "./flows/queries";
import { freshness } from "./freshness/queries";
import type { Freshness } from "./freshness/schema";
import { knewAnybody } from "./held/queries";
import { tally } from "./queries";
import { queue } from "./queue/queries";
import type { Queue } from "./queue/schema";
import { restrictedStock } from "./restricted/queries";
import type { Restricted } from "./restricted/schema";
import type { Tally } from "./schema";
import { seriesAsKnownAt, seriesAsKnownThen } from "./series/queries";
import { cutOffsBetween } from "./series/rules";
import type { Series, SeriesKind, SeriesStep } from "./series/schema";

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

const said = (name: string, moment: Date) => `${name} ${moment.toISOString()}`;

/** The exact stock at one moment as known at another. Not for publication: no disclosure control. */
export async function askTally(actor: Actor, at: Date, known: Date, clock: Clock): Promise<Tally> {
  await askedBy(actor, `${said("at", at)} ${said("known", known)}`, clock);
  return together((tx) => tally(tx, at, known));
}

/**
 * One moment as known at two and why they differ, with what stands beside as known at the first (R5, R6, R10, R11). "How many were
 * held on the 16th as you knew it on the 19th, and why does it differ from today's answer?"
 */
export async function askStanding(
  actor: Actor,
  { at, known, against }: { at: Date; known: Date; against: Date },
  clock: Clock,
): Promise<Standing> {
  await askedBy(actor, `${said("at", at)} ${said("known", known)} ${said("against", against)}`, clock);
  return together(async (tx) => ({
    first: await tally(tx, at, known),
    second: await tally(tx, at, against),
    difference: (await windowBetween(tx, at, at, known, against)).reconciliation,
    freshness: await freshness(tx, at, known),
    queue: await queue(tx, at, known, isPresent(known, clock)),
    restricted: await restrictedStock(tx, at, known),
    knewAnybody: await knewAnybody(tx, known),
  }));
}

/** What waits to be evaluated, by stage and age (R11); reports as received only for the present. */
export async function askQueue(actor: Actor, at: Date, known: Date, clock: Clock): Promise<Queue> {
  await askedBy(actor, `queue ${said("known", known)}`, clock);
  return together((tx) => queue(tx, at, known, isPresent(known, clock)));
}

/** Of those held, for how many something placed them in custody lately (R10). */
export async function askFreshness(actor: Actor, at: Date, known: Date, clock: Clock): Promise<Freshness> {
  await askedBy(actor, `freshness ${said("at", at)} ${said("known", known)}`, clock);
  return together((tx) => freshness(tx, at, known));
}

/** The known stock of restricted liberty, and under which measures (R16). */
export async function askRestricted(actor: Actor, at: Date, known: Date, clock: Clock): Promise<Restricted> {
  await askedBy(actor, `restricted ${said("at", at)} ${said("known", known)}`, clock);
  return together((tx) => restrictedStock(tx, at, known));
}

/**
 * Exact flows and reconciliation of a window (R3, R5, R7): opening as known at `knownFrom`, the rest as known at `knownTo`; by
 * default as known at its own ends. Both ends may be one moment; then only knowledge moves. Refused when it begins after it ends.
 */
export async function askWindow(
  actor: Actor,
  { from, to, knownFrom = from, knownTo = to }: { from: Date; to: Date; knownFrom?: Date; knownTo?: Date },
  clock: Clock,
): Promise<AnsweredWindow> {
  await askedBy(actor, `${said("from", from)} ${said("to", to)} ${said("known", knownTo)}`, clock);
  if (from > to) throw new Refusal("window_reversed");
  const window = await together((tx) => windowBetween(tx, from, to, knownFrom, knownTo));
  return {
    ...window,
    knownFrom: knownFrom.toISOString(),
    knownTo: knownTo.toISOString(),
    method: method.version,
  };
}

/** Daily or weekly cut-offs in Caracas, restated as known at one moment, or each as known then (R6). Refused when too long. */
export async function askSeries(
  actor: Actor,
  asked: { from: Date; to: Date; known: Date; step: SeriesStep; kind: SeriesKind },
  clock: Clock,
): Promise<Series> {
  const { from, to, known, step, kind } = asked;
  await askedBy(
    actor,
    `series by ${step} ${said("from", from)} ${said("to", to)} ${said("known", known)}`,
    clock,
  );
  const moments = cutOffsBetween(from, to, step, kind);
  const items = await together((tx) =>
    kind === "asThen" ? seriesAsKnownThen(tx, moments) : seriesAsKnownAt(tx, moments, known),
  );
  return { kind, step, from: from.toISOString(), to: to.toISOString(), method: method.version, items };
}

/** Within a minute of now: forms ask to the second, and a page takes a moment to come. */
const isPresent = (known: Date, clock: Clock) => known.getTime() > clock().getTime() - 60_000;

import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise, may } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { lockCase, type OpenedCase } from "@/lib/people/queries";
import { findNaming, readNameable } from "@/lib/publication/naming/queries";
import { namingRefusal } from "@/lib/publication/naming/rules";
import { readGrounds } from "@/lib/vetting/queries";
import { applyVerdict, lockDecision, type Verdict } from "@/lib/vetting/review/commands";
import type { Outcome } from "@/lib/vetting/schema";
import { tally } from "../queries";
import { unfold } from "../rules";
import { groupsOf, type Share, type Standing, seenAfter, unmovedBy, withShare } from "./rules";
import type { Effect, Foreseen } from "./schema";

/** Thrown to undo what was only tried. */
class Undo extends Error {
  constructor(readonly effect: Effect) {
    super("undone on purpose");
  }
}

/** Nobody: stands for the second person before there is one, so that no waiting fact is theirs. */
const NOBODY = "—";

/**
 * What a verdict would do if a second person agreed now, for whoever is about to write it: it is applied whole, with the facts that
 * wait, counted by the registry itself, and undone. Writes nothing.
 */
export async function foreseeVerdict(
  actor: Actor,
  caseId: string,
  outcome: Outcome,
  clock: Clock,
): Promise<Foreseen> {
  const staff = authorise(actor, "decision.write");
  return tried(staff, clock, async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const { episode } = await readGrounds(tx, opened);
    const verdict = { episode, outcome, authoredBy: staff.username, findings: null };
    return { opened, verdict, second: { ...staff, username: NOBODY } };
  });
}

/** The same for whoever is asked to be the second person of a decision that waits; refused as their word would be. */
export async function foreseeReview(actor: Actor, decisionId: string, clock: Clock): Promise<Foreseen> {
  const staff = authorise(actor, "decision.review");
  return tried(staff, clock, async (tx) => {
    const { decision, opened } = await lockDecision(tx, staff, decisionId);
    return { opened, verdict: decision, second: staff };
  });
}

interface Trial {
  opened: OpenedCase;
  verdict: Verdict;
  second: StaffActor;
}

async function tried(staff: StaffActor, clock: Clock, begin: (tx: Tx) => Promise<Trial>): Promise<Foreseen> {
  if (!may(staff, "tally.read")) throw new Refusal("not_permitted");
  const now = clock();
  try {
    return await desk().$transaction(async (tx): Promise<never> => {
      const { opened, verdict, second } = await begin(tx);
      const national = await tally(tx, now, now);
      const before = await shareOf(tx, opened.personId, now);
      const page = await findNaming(tx, opened.caseId, opened.reference);
      await applyVerdict(tx, second, opened, verdict, undefined, now);
      const after = await shareOf(tx, opened.personId, now);
      const isVerified = verdict.outcome === "verified_political";
      const standing = await standingOf(tx, opened.personId, now);
      const nameable = await readNameable(tx, staff, opened.caseId, now);
      const { published } = await findNaming(tx, opened.caseId, opened.reference);
      throw new Undo({
        before: national,
        after: withShare(national, before, after),
        unmoved: unmovedBy(isVerified, before.total, after.total, standing),
        seen: seenAfter(
          after.total > 0,
          { before: page.published, after: published },
          namingRefusal(nameable, now) === null,
        ),
      });
    });
  } catch (error) {
    if (error instanceof Undo) return { effect: error.effect, refusal: null };
    if (error instanceof Refusal && error.code !== "not_permitted")
      return { effect: null, refusal: error.code };
    throw error;
  }
}

async function shareOf(tx: Tx, personId: string, now: Date): Promise<Share> {
  const rows = await tx.$queryRaw<{ cell: number; counted: boolean; restricted: boolean }[]>`
    SELECT cell, counted, restricted FROM registry.custody_intervals
    WHERE person_id = ${personId}::uuid AND known @> ${now}::timestamptz AND during @> ${now}::timestamptz`;
  const [beside] = await tx.$queryRaw<{ short: number; pending: number }[]>`
    SELECT (SELECT count(*)::int FROM registry.stays WHERE person_id = ${personId}::uuid AND counted AND short
              AND exit < ${now}::timestamptz AND known @> ${now}::timestamptz) AS short,
      (SELECT count(*)::int FROM registry.pending_intervals
         WHERE person_id = ${personId}::uuid AND known @> ${now}::timestamptz) AS pending`;
  return {
    ...unfold(groupsOf(rows.filter((row) => row.counted).map((row) => row.cell))),
    restricted: rows.filter((row) => row.restricted).length,
    shortDetentions: beside?.short ?? 0,
    pending: beside?.pending ?? 0,
  };
}

async function standingOf(tx: Tx, personId: string, now: Date): Promise<Standing | null> {
  const [row] = await tx.$queryRaw<Standing[]>`
    SELECT counted, held, verified, permitted FROM registry.custody_intervals
    WHERE person_id = ${personId}::uuid AND known @> ${now}::timestamptz AND during @> ${now}::timestamptz`;
  return row ?? null;
}

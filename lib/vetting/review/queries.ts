import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { readGrounds } from "../queries";
import { reviewerRefusal } from "../rules";
import { applyVerdict, lockDecision } from "./commands";

/** Thrown to undo what was only tried. */
class Undo extends Error {
  constructor(readonly difference: number) {
    super("undone on purpose");
  }
}

/**
 * By how many the national total would move if this member of staff agreed now: the verdict is applied whole and undone, so the
 * answer is the one the registry would give. Null when it would be refused. Writes nothing.
 */
export async function previewReview(actor: Actor, decisionId: string, clock: Clock): Promise<number | null> {
  const staff = authorise(actor, "decision.review");
  const now = clock();
  try {
    return await desk().$transaction(async (tx) => {
      const { decision, opened } = await lockDecision(tx, staff, decisionId);
      const { grave } = await readGrounds(tx, opened);
      const circle = {
        author: decision.authoredBy,
        registrar: opened.openedBy,
        reviewer: staff,
        grave,
      };
      if (reviewerRefusal(circle) !== null) return null;
      const heldNow = async () => {
        const rows = await tx.$queryRaw<unknown[]>`
          SELECT 1 FROM registry.custody_intervals
          WHERE person_id = ${opened.personId}::uuid AND counted AND known @> ${now}::timestamptz AND during @> ${now}::timestamptz`;
        return rows.length;
      };
      const before = await heldNow();
      await applyVerdict(tx, staff, opened, decision, undefined, now);
      throw new Undo((await heldNow()) - before);
    });
  } catch (error) {
    if (error instanceof Undo) return error.difference;
    if (error instanceof Refusal) return null;
    throw error;
  }
}

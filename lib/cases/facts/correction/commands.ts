import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { openCaseKey } from "@/lib/people/queries";
import { openUnder, sealUnder } from "@/lib/vault/seal";
import { type Consequence, insertFact } from "../commands";
import { lockFact } from "../queries";
import { refuseIfLeaving } from "../retraction/queries";
import type { WrittenFact } from "../schema";
import { type FactNote, factNote, noteContext, noteWords } from "./schema";

/**
 * Records a correction of a known fact, in its place, with the reason sealed under the person's key beside who said it, which a
 * correction never loses; both stand in the history, and the old one counts until somebody else confirms the correction. Refused where another correction or a retraction of it waits.
 */
export async function supersedeFact(
  actor: Actor,
  factId: string,
  input: WrittenFact,
  reason: string,
  clock: Clock,
  consequence?: Consequence,
): Promise<string> {
  const staff = authorise(actor, "fact.record");
  const words = noteWords.parse(reason);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const old = await lockFact(tx, factId);
    if (old.knownFrom === null || old.knownTo !== null || old.corrected)
      throw new Refusal("changed_meanwhile");
    if (old.track !== input.track || old.track === "vetting") throw new Refusal("not_permitted");
    await refuseIfLeaving(tx, factId);
    const { caseId, position } = old;
    const { key } = await openCaseKey(tx, staff, caseId);
    const id = newId(now);
    const before = old.note && factNote.parse(openUnder(key, old.note, noteContext(factId)));
    const note: FactNote = { why: words, said: before?.said ?? null };
    await insertFact(tx, {
      caseId,
      input,
      recordedBy: staff.username,
      now,
      supersedes: { id: factId, position },
      note: { id, sealed: sealUnder(key, note, noteContext(id)) },
    });
    await consequence?.(tx, caseId, now);
    await record(tx, staff, "fact.corrected", { case: old.reference, why: words }, now);
    return id;
  });
}

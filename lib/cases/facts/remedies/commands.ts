import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { insertFact } from "../commands";
import { type FactNote, noteContext } from "../correction/schema";
import { type RemedyRecord, remedyRecord } from "./schema";

/**
 * Writes down a remedy or a denial, with who said it sealed under the person's key. Nobody knows it until a second person confirms it;
 * it changes no count by itself, and for somebody disappeared it stands as a source of its own.
 */
export async function recordRemedy(
  actor: Actor,
  caseId: string,
  written: RemedyRecord,
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "fact.record");
  const { fact, said } = remedyRecord.parse(written);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const { key, reference } = await lockCase(tx, staff, caseId);
    const id = newId(now);
    const note: FactNote = { why: null, said };
    const sealed = said === null ? undefined : { id, sealed: sealUnder(key, note, noteContext(id)) };
    const factId = await insertFact(tx, {
      caseId,
      input: fact,
      recordedBy: staff.username,
      now,
      ...(sealed && { note: sealed }),
    });
    await record(tx, staff, "remedy.recorded", { case: reference, why: fact.state }, now);
    return factId;
  });
}

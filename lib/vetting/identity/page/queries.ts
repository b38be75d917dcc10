import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { openCaseKey } from "@/lib/people/queries";
import { listOpenChanges, readWho, versionOf } from "../queries";
import type { OpenChange, Who } from "../schema";

export interface WhoForDesk {
  caseId: string;
  reference: string;
  who: Who;
  version: string;
  changes: OpenChange[];
}

/** Who somebody is as it stands, its version, and the corrections that wait. Opens a name, so it is recorded as the case being read. */
export async function findWhoForDesk(actor: Actor, reference: string, clock: Clock): Promise<WhoForDesk> {
  const staff = authorise(actor, "identity.correct");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const row = await tx.case.findUnique({ where: { reference }, select: { id: true } });
    if (!row) throw new Refusal("not_found");
    const opened = await openCaseKey(tx, staff, row.id);
    const who = await readWho(tx, opened);
    const version = versionOf(who, opened.key);
    const changes = await listOpenChanges(tx, opened, version);
    await record(tx, staff, "case.read", { case: reference }, now);
    return { caseId: row.id, reference, who, version, changes };
  });
}

import type { z } from "zod";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { recount } from "@/lib/cases/counting/commands";
import { readDossier } from "@/lib/cases/dossier/queries";
import { insertPermission } from "@/lib/cases/permissions/commands";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { refreshNamedCase } from "@/lib/publication/naming/commands";
import { retryWithdrawal } from "@/lib/publication/withdrawals/commands";
import { listAwaited } from "./queries";
import type { awaitedInput } from "./schema";

/**
 * Writes down an answer that waited for standing, as the holder's own word: a yes from now on, a no that came with a code from its post.
 * Refused with `standing_unchecked` until staff recorded who they are and how it was checked, and with `nothing_awaited` where
 * something else was answered since.
 */
export async function recordAwaited(
  actor: Actor,
  caseId: string,
  { report, purpose }: z.infer<typeof awaitedInput>,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "permission.record");
  const now = clock();
  const request = await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const dossier = readDossier(opened);
    const awaited = await listAwaited(tx, staff, { caseId, ...dossier }, now);
    const said = awaited.find((one) => one.report === report && one.purpose === purpose);
    if (!said) throw new Refusal("nothing_awaited");
    const holder = dossier.holders.find((one) => one.report === report);
    if (!said.isReady || !holder) throw new Refusal("standing_unchecked");
    if (said.request !== null) return said.request;
    const { granted, textVersion } = said;
    const by = { givenBy: holder.givenBy, holderId: holder.id, standing: true };
    await insertPermission(tx, staff, caseId, { purpose, granted, textVersion, ...by }, now);
    await recount(tx, [opened.personId]);
    await refreshNamedCase(tx, caseId, staff.keys, now);
    await record(tx, staff, "permission.recorded", { case: opened.reference }, now);
    return null;
  });
  if (request !== null) await retryWithdrawal(staff, request, clock);
}

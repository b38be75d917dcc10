import type { z } from "zod";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { coverageInput } from "../schema";
import { findWaitingCoverage } from "./queries";

/** Proposes the span of dates this registry answers for. Nothing changes in public until another coordinator seconds it. */
export async function declareCoverage(
  actor: Actor,
  input: z.input<typeof coverageInput>,
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "coverage.declare");
  const { since, until } = coverageInput.parse(input);
  if (until !== null && until < since) throw new Refusal("bounds_reversed");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const id = newId(now);
    await tx.coverage.create({
      data: { id, since, until, declaredBy: staff.username, declaredAt: now },
      select: { id: true },
    });
    await record(tx, staff, "coverage.declared", { why: `${since}/${until ?? ""}` }, now);
    return id;
  });
}

/** Another coordinator stands behind the declaration: from now on it is the registry's coverage, in public too. */
export async function secondCoverage(actor: Actor, coverageId: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "coverage.declare");
  const now = clock();
  await desk().$transaction(async (tx) => {
    const waiting = await findWaitingCoverage(tx);
    if (waiting?.id !== coverageId) throw new Refusal("already_confirmed");
    if (waiting.declaredBy === staff.username) throw new Refusal("same_person");
    const { count } = await tx.coverage.updateMany({
      where: { id: coverageId, secondedAt: null },
      data: { secondedBy: staff.username, secondedAt: now },
    });
    if (count === 0) throw new Refusal("already_confirmed");
    await tx.publishedSite.updateMany({
      where: { id: 1 },
      data: { coverageSince: waiting.since, coverageUntil: waiting.until },
    });
    await record(tx, staff, "coverage.seconded", { why: `${waiting.since}/${waiting.until ?? ""}` }, now);
  });
}

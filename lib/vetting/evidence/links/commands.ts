import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { type TieInput, tieInput, tieReason } from "@/lib/evidence/links/schema";
import { tieContext } from "@/lib/evidence/queries";
import { lockCase } from "@/lib/people/queries";
import { sealUnder } from "@/lib/vault/seal";
import { lockItem } from "../queries";

/**
 * Says that an item supports a fact of its case, or contradicts it, and why. Refused for a lead, for a fact that stands no more, and
 * where the same two are tied already; it counts nobody, and changes no fact.
 */
export async function tieEvidence(
  actor: Actor,
  evidenceId: string,
  given: TieInput,
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "evidence.tie");
  const { factId, relation, why } = tieInput.parse(given);
  const now = clock();
  return desk().$transaction(async (tx) => {
    const { caseId, key, isLead, about } = await lockItem(tx, staff, evidenceId);
    if (isLead) throw new Refusal("lead_supports_nothing");
    const fact = await tx.fact.findFirst({
      where: { id: factId, caseId, track: { not: "vetting" } },
      select: { knownTo: true },
    });
    if (!fact) throw new Refusal("not_found");
    if (fact.knownTo !== null) throw new Refusal("fact_not_standing");
    if ((await tx.evidenceLink.count({ where: { evidenceId, factId, endedAt: null } })) > 0)
      throw new Refusal("already_tied");
    const id = newId(now);
    await tx.evidenceLink.create({
      data: {
        ...{ id, evidenceId, factId, relation, linkedBy: staff.username, linkedAt: now },
        why: sealUnder(key, why, tieContext(id, "why")),
      },
      select: { id: true },
    });
    await record(tx, staff, "evidence.tied", { ...about, why }, now);
    return id;
  });
}

/** Ends a tie with a reason; it stays to be read. Also of an item that was withdrawn, or whose file is closed. */
export async function untieEvidence(
  actor: Actor,
  linkId: string,
  reason: string,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "evidence.tie");
  const why = tieReason.parse(reason);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const row = await tx.evidenceLink.findUnique({
      where: { id: linkId },
      select: { evidence: { select: { caseId: true } } },
    });
    if (!row) throw new Refusal("not_found");
    const { key, reference } = await lockCase(tx, staff, row.evidence.caseId);
    const { count } = await tx.evidenceLink.updateMany({
      where: { id: linkId, endedAt: null },
      data: {
        ...{ endedBy: staff.username, endedAt: now },
        endWhy: sealUnder(key, why, tieContext(linkId, "end")),
      },
    });
    if (count !== 1) throw new Refusal("tie_ended");
    await record(tx, staff, "evidence.untied", { case: reference, why }, now);
  });
}

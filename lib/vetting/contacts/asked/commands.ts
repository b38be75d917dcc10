import { randomUUID } from "node:crypto";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import { requireFresh } from "@/lib/auth/step-up";
import { recount } from "@/lib/cases/counting/commands";
import { dossierContext, readDossier } from "@/lib/cases/dossier/queries";
import type { Dossier } from "@/lib/cases/dossier/schema";
import { insertPermission } from "@/lib/cases/permissions/commands";
import { CONSENT_TEXT } from "@/lib/consent/rules";
import { purposes } from "@/lib/consent/schema";
import { type Clock, dateInCaracas } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { lockCase } from "@/lib/people/queries";
import { refreshNamedCase } from "@/lib/publication/naming/commands";
import { sealUnder } from "@/lib/vault/seal";
import { findRelease } from "./queries";
import { type OwnAnswer, ownAnswer } from "./schema";

/**
 * What a released person answered in their own voice, purpose by purpose: it replaces what relatives had permitted or refused, all at
 * once, and nobody's earlier word stands beside it. Counts and the public page follow in the same transaction: until then the page
 * hides its details. Who asked, how and when lie in the sealed dossier. Asked once for each release.
 */
export async function recordOwnAnswer(
  actor: Actor,
  caseId: string,
  form: OwnAnswer,
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "permission.record");
  requireFresh(staff, clock);
  const { askedBy, means, on, checked, answers } = ownAnswer.parse(form);
  const now = clock();
  await desk().$transaction(async (tx) => {
    const opened = await lockCase(tx, staff, caseId);
    const release = await findRelease(tx, caseId);
    if (!release) throw new Refusal("already_asked");
    const freed = release.earliest && dateInCaracas(release.earliest);
    if (on > dateInCaracas(now) || (freed !== null && on < freed)) throw new Refusal("asked_when");
    const holderId = randomUUID();
    const dossier = readDossier(opened);
    const asked = { by: askedBy, means, on };
    const speaks = { id: holderId, report: null, givenBy: "person", who: "", recordedBy: staff.username };
    const written: Dossier = {
      ...dossier,
      holders: [...dossier.holders, { ...speaks, givenBy: "person", how: checked, asked }],
    };
    await tx.case.update({
      where: { id: caseId },
      data: { dossier: sealUnder(opened.key, written, dossierContext(caseId)) },
      select: { id: true },
    });
    await tx.permission.updateMany({ where: { caseId, knownTo: null }, data: { knownTo: now } });
    const own = { givenBy: "person", standing: true, holderId, textVersion: CONSENT_TEXT } as const;
    for (const purpose of purposes)
      await insertPermission(tx, staff, caseId, { ...own, purpose, granted: answers[purpose] }, now);
    await recount(tx, [opened.personId]);
    await refreshNamedCase(tx, caseId, staff.keys, now);
    await record(tx, staff, "person.asked_again", { case: opened.reference }, now);
  });
}

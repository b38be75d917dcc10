import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { kindOf, type Measured, measuring, peek, plainName } from "@/lib/evidence/documents/rules";
import { MOST_BROUGHT, type ReceivedDocument } from "@/lib/evidence/documents/schema";
import { dropSealed, keepSealed } from "@/lib/evidence/store/commands";
import { lockCase, refuseMerged } from "@/lib/people/queries";
import { sealFile } from "@/lib/vault/files";
import { sealToVault } from "@/lib/vault/seal";
import { obtainedWords } from "../schema";

/**
 * Brings a file to a case, under the limits of what families send: measured and sealed to the vault as it arrives, kept whole before
 * this returns, with how it was obtained. It is nothing yet: somebody reads it as a lead or as evidence. Answers its id.
 */
export async function bringDocument(
  actor: Actor,
  given: { reference: string; obtained: string; name: string; file: AsyncIterable<Uint8Array> },
  clock: Clock,
): Promise<string> {
  const staff = authorise(actor, "evidence.add");
  const obtained = obtainedWords.safeParse(given.obtained);
  if (!obtained.success) throw new Refusal("reason_missing");
  const now = clock();
  const row = await desk().case.findUnique({ where: { reference: given.reference }, select: { id: true } });
  if (!row) throw new Refusal("not_found");
  await desk().$transaction((tx) => refuseMerged(tx, row.id));
  const { head, whole } = await peek(given.file);
  const kind = await kindOf(head);
  const id = newId(now);
  let measured: Measured | undefined;
  const passing = measuring(whole, (all) => {
    measured = all;
  });
  await keepSealed(id, () => sealFile(staff.keys.publicKey, passing), now);
  if (!measured) throw new Error("a file was kept before its end");
  const document: ReceivedDocument = {
    ...{ name: plainName(given.name), kind, obtained: obtained.data, ...measured },
  };
  const sealed = await sealToVault(staff.keys.publicKey, document);
  try {
    await desk().$transaction(async (tx) => {
      const { caseId, reference } = await lockCase(tx, staff, row.id);
      if ((await tx.document.count({ where: { caseId } })) >= MOST_BROUGHT)
        throw new Refusal("too_many_documents");
      const data = { id, caseId, sealed, receivedAt: now };
      await tx.document.create({ data, select: { id: true } });
      await record(tx, staff, "document.brought", { case: reference, document: id }, now);
    });
  } catch (error) {
    await dropSealed(id);
    throw error;
  }
  return id;
}

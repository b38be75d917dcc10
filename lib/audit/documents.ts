import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { openUnderVault, sealUnderVault } from "@/lib/vault/person";
import { openFromVault } from "@/lib/vault/seal";

const contextOf = (id: string) => `document_acts|sealed|${id}`;

/** Notes beside a document that an act of the trail is about it, sealed as beside a case. Nothing for what is no document of a report. */
export async function noteDocument(
  tx: Tx,
  { keys }: StaffActor,
  documentId: string,
  seq: bigint,
): Promise<void> {
  const id = randomUUID();
  const sealed = sealUnderVault(keys, String(seq), contextOf(id));
  await tx.$executeRaw`
    INSERT INTO registry.document_acts (id, document_id, sealed)
    SELECT ${id}::uuid, id, ${sealed} FROM registry.documents WHERE id = ${documentId}::uuid`;
}

/** An act on a document: who, when, what and, where one was asked for, why. */
export interface DocumentHeld {
  seq: string;
  at: Date;
  actor: string;
  action: string;
  why: string | null;
}

/** Custody as it is shown: no more acts than these, the latest. */
const SHOWN = 100;

/** Everything done with a document at the desk, latest first, opened in the session. */
export async function documentActs(
  tx: Tx,
  { keys }: StaffActor,
  documentId: string,
): Promise<DocumentHeld[]> {
  const notes = await tx.documentAct.findMany({ where: { documentId }, select: { id: true, sealed: true } });
  const seqs = notes
    .map(({ id, sealed }) => BigInt(number.parse(openUnderVault(keys, sealed, contextOf(id)))))
    .sort((a, b) => (a < b ? 1 : -1))
    .slice(0, SHOWN);
  const rows = await tx.auditEvent.findMany({
    where: { seq: { in: seqs } },
    orderBy: { seq: "desc" },
    select: { seq: true, at: true, actor: true, action: true, subject: true },
  });
  return Promise.all(
    rows.map(async ({ seq, subject, ...act }) => {
      const about = reasoned.safeParse(subject && (await openFromVault(keys, subject)));
      return { ...act, seq: String(seq), why: about.data?.why ?? null };
    }),
  );
}

const number = z.string().regex(/^\d{1,18}$/);
const reasoned = z.object({ why: z.string().optional() });

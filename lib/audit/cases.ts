import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { openUnderVault, sealUnderVault } from "@/lib/vault/person";

const contextOf = (id: string) => `case_acts|sealed|${id}`;

/**
 * Notes beside a case that an act of the trail is about it. The subject of the act stays sealed; so is the number of the act in this
 * note, which bears no time, so that nobody without the vault learns from a copy what was done with whose case.
 */
export async function noteCase(tx: Tx, staff: StaffActor, reference: string, seq: bigint): Promise<void> {
  const { id, sealed } = sealedNote(staff, seq);
  await tx.$executeRaw`
    INSERT INTO registry.case_acts (id, case_id, sealed)
    SELECT ${id}::uuid, id, ${sealed} FROM registry.cases WHERE reference = ${reference}`;
}

/** The note itself, under an id that says nothing of when. */
export function sealedNote({ keys }: Pick<StaffActor, "keys">, seq: bigint) {
  const id = randomUUID();
  return { id, sealed: sealUnderVault(keys, String(seq), contextOf(id)) };
}

/** The numbers of the acts noted beside a case, newest first. */
export async function caseSeqs(tx: Tx, { keys }: StaffActor, caseId: string): Promise<bigint[]> {
  const rows = await tx.caseAct.findMany({ where: { caseId }, select: { id: true, sealed: true } });
  return rows
    .map(({ id, sealed }) => BigInt(number.parse(openUnderVault(keys, sealed, contextOf(id)))))
    .sort((a, b) => (a < b ? 1 : -1));
}

const number = z.string().regex(/^\d{1,18}$/);

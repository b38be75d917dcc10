import type { Tx } from "@/lib/db/connect";
import { hashOfCode, newCode, readCode } from "./codes";

const HOW_MANY = 10;

/** Ten new codes in place of all earlier ones, shown once. Part of an act on the person, whose trace stands for it. */
export async function replaceRecoveryCodes(tx: Tx, staffId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await tx.recoveryCode.deleteMany({ where: { staffId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ hash: hashOfCode(readCode(code) ?? code, staffId), staffId })),
  });
  return codes;
}

/** Uses up one of somebody's codes; false when it is none of theirs or was used. Of two at the same moment one gets through. */
export async function spendRecoveryCode(tx: Tx, staffId: string, typed: string, now: Date): Promise<boolean> {
  const code = readCode(typed);
  if (code === null) return false;
  const where = { hash: hashOfCode(code, staffId), staffId, usedAt: null };
  const { count } = await tx.recoveryCode.updateMany({ where, data: { usedAt: now } });
  return count === 1;
}

import type { Tx } from "@/lib/db/connect";

/**
 * Whether next of kin were told, so that a death may be known. Of cases that are one person's the strictest holds: the kin of each were
 * told, or somebody recorded it since they are one; what was recorded meanwhile is worth nothing once they are two again.
 */
export async function isKinTold(tx: Tx, caseId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ told: boolean }[]>`SELECT registry.kin_told(${caseId}::uuid) AS told`;
  return row?.told === true;
}

import type { Tx } from "@/lib/db/connect";
import type { Standing } from "./rules";

export interface PermissionRow extends Standing {
  id: string;
  givenBy: string;
  textVersion: string | null;
  recordedBy: string;
}

/** Every permission ever given or refused on a case, oldest first; what still stands has no `knownTo`. */
export async function listPermissions(tx: Tx, caseId: string): Promise<PermissionRow[]> {
  return tx.permission.findMany({
    where: { caseId },
    orderBy: [{ knownFrom: "asc" }, { id: "asc" }],
    select: {
      id: true,
      purpose: true,
      granted: true,
      givenBy: true,
      standing: true,
      textVersion: true,
      knownFrom: true,
      knownTo: true,
      recordedBy: true,
    },
  });
}

import type { Tx } from "@/lib/db/connect";
import type { PermissionRow } from "./rules";

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
      holderId: true,
      textVersion: true,
      knownFrom: true,
      knownTo: true,
      recordedBy: true,
    },
  });
}

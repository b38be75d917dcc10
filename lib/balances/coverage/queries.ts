import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";

export interface Coverage {
  id: string;
  since: string;
  until: string | null;
  declaredBy: string;
  secondedBy: string | null;
}

const columns = { id: true, since: true, until: true, declaredBy: true, secondedBy: true } as const;

/** The span of dates the registry answers for: the latest that two coordinators stand behind, or null. */
export const findCoverage = (tx: Tx): Promise<Coverage | null> =>
  tx.coverage.findFirst({
    where: { secondedAt: { not: null } },
    orderBy: [{ secondedAt: "desc" }, { id: "desc" }],
    select: columns,
  });

/** The declaration that waits for a second coordinator, if it is newer than the one in force. */
export async function findWaitingCoverage(tx: Tx): Promise<Coverage | null> {
  const last = await tx.coverage.findFirst({
    orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
    select: columns,
  });
  return last && last.secondedBy === null ? last : null;
}

/** What is in force and what waits, for the desk. */
export async function readCoverage(
  viewer: Actor,
): Promise<{ inForce: Coverage | null; waiting: Coverage | null }> {
  authorise(viewer, "tally.read");
  return { inForce: await findCoverage(desk()), waiting: await findWaitingCoverage(desk()) };
}

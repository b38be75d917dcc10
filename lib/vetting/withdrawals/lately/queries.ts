import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import type { ActedAtOnce } from "../schema";

const MONTH = 30 * 86_400_000;
const SHOWN = 50;

/**
 * What was taken back within thirty days and acted at once: names taken down, and permissions to count that a giver with standing ended
 * with their code. Newest first, each with whether the page is gone.
 */
export async function listActedAtOnce(viewer: Actor, clock: Clock): Promise<ActedAtOnce[]> {
  authorise(viewer, "request.record");
  const since = new Date(clock().getTime() - MONTH);
  const tx = desk();
  const names = await tx.$queryRaw<ActedAtOnce[]>`
    SELECT 'name' AS what, c.reference, n.proposed_at AS at, n.proposed_by AS by,
      NOT EXISTS (SELECT FROM publication.named_cases p WHERE p.reference = c.reference) AS "isDone"
    FROM registry.naming_acts n JOIN registry.cases c ON c.id = n.case_id
    WHERE n.kind = 'withdrawn' AND n.proposed_at >= ${since} ORDER BY n.proposed_at DESC LIMIT ${SHOWN}`;
  const counts = await tx.$queryRaw<ActedAtOnce[]>`
    SELECT 'count' AS what, c.reference, p.known_from AS at, p.recorded_by AS by, p.standing AS "isDone"
    FROM registry.permissions p JOIN registry.cases c ON c.id = p.case_id
    WHERE NOT p.granted AND p.recorded_by = 'family' AND p.known_from >= ${since}
    ORDER BY p.known_from DESC LIMIT ${SHOWN}`;
  return [...names, ...counts].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, SHOWN);
}

/** A draft of a balance made before somebody's last no to counting: it still counts them. */
export interface EarlyDraft {
  id: string;
  kind: string;
  draftedAt: Date;
  draftedBy: string;
}

/** The drafts that wait for signatures and were made before the last withdrawal that families posted, opened or not. */
export async function listEarlyDrafts(viewer: Actor): Promise<EarlyDraft[]> {
  authorise(viewer, "request.record");
  const tx = desk();
  const posted = await tx.withdrawal.aggregate({ where: { reviewSince: null }, _max: { postedAt: true } });
  const applied = await tx.permission.aggregate({
    where: { purpose: "count", granted: false, recordedBy: "family", knownTo: null },
    _max: { knownFrom: true },
  });
  const moments = [posted._max.postedAt, applied._max.knownFrom].flatMap((one) => one?.getTime() ?? []);
  if (moments.length === 0) return [];
  return tx.balanceDraft.findMany({
    where: { discardedAt: null, publishedAt: null, draftedAt: { lt: new Date(Math.max(...moments)) } },
    orderBy: { draftedAt: "asc" },
    select: { id: true, kind: true, draftedAt: true, draftedBy: true },
  });
}

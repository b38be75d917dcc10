import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { OPENINGS } from "./openings";

/** Something on the trail that a person should look at. Never an accusation: only that it is unlike other days. */
export interface Alert {
  kind: "many" | "night" | "exported" | "refused";
  actor: string;
  /** ISO date in Caracas. */
  day: string;
  count: number;
}

const MANY_IN_A_DAY = 80;
const MANY_FOR_ONE = 20;
const NIGHT_OPENINGS = 5;

interface Day {
  actor: string;
  day: string;
  opened: number;
  at_night: number;
  exported: number;
  refused: number;
  usual: number | null;
}

/**
 * The last thirty days, newest first: identities opened far above anybody's day or three times that person's own, at night
 * (22:00–05:00 in Caracas), whole exports, and openings refused by the hourly cap.
 */
export async function listAlerts(viewer: Actor, clock: Clock): Promise<Alert[]> {
  authorise(viewer, "audit.read");
  const days = await desk().$queryRaw<Day[]>`
    WITH halves AS (
      SELECT actor, action, date_bin('30 minutes', at, 'epoch') AS half, count(*) AS n FROM registry.audit_events
      WHERE at > ${clock()}::timestamptz - interval '60 days'
        AND action IN ('report.opened', 'case.read', 'registry.exported', 'opening.refused') GROUP BY 1, 2, 3
    ), acts AS (
      SELECT actor, action, half AT TIME ZONE 'America/Caracas' AS here, n FROM halves
    ), days AS (
      SELECT actor, here::date AS day,
        coalesce(sum(n) FILTER (WHERE action = ANY(${OPENINGS})), 0)::int AS opened,
        coalesce(sum(n) FILTER (WHERE action = ANY(${OPENINGS}) AND (extract(hour FROM here) >= 22 OR extract(hour FROM here) < 5)), 0)::int AS at_night,
        coalesce(sum(n) FILTER (WHERE action = 'registry.exported'), 0)::int AS exported,
        coalesce(sum(n) FILTER (WHERE action = 'opening.refused'), 0)::int AS refused
      FROM acts GROUP BY actor, here::date
    )
    SELECT actor, day::text, opened, at_night, exported, refused,
      (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY before.opened) FROM days AS before
        WHERE before.actor = days.actor AND before.day < days.day AND before.day >= days.day - 30 AND before.opened > 0)::float AS usual
    FROM days WHERE day > (${clock()}::timestamptz AT TIME ZONE 'America/Caracas')::date - 30
    ORDER BY day DESC, actor`;
  return days.flatMap(alertsOf);
}

function alertsOf({ actor, day, opened, at_night, exported, refused, usual }: Day): Alert[] {
  const unlike = usual !== null && opened >= MANY_FOR_ONE && opened >= 3 * usual;
  const alerts: Alert[] = [];
  if (refused > 0) alerts.push({ kind: "refused", actor, day, count: opened });
  if (opened >= MANY_IN_A_DAY || unlike) alerts.push({ kind: "many", actor, day, count: opened });
  if (at_night >= NIGHT_OPENINGS) alerts.push({ kind: "night", actor, day, count: at_night });
  if (exported > 0) alerts.push({ kind: "exported", actor, day, count: exported });
  return alerts;
}

import { record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { type QueueRow, type QueueView, queueViews } from "../schema";
import { AT_ONCE, markNewcomers } from "../triage/commands";
import { LEAVES, readLeaves } from "../triage/queries";
import { suspicionsOf } from "../triage/rules";
import { openRows } from "./rows/queries";
import { type Cursor, cursorText, isMarkedView, leavesOf } from "./rules";
import { countIn, idsIn, type Span } from "./views/queries";

export interface Queue {
  rows: QueueRow[];
  /** How many each view holds, counted up to `COUNTED`; null where it is not counted. */
  counts: Record<QueueView, number | null>;
  /** Where the next page begins; null at the end. */
  next: string | null;
  /** The views made of marks stopped before the newest reports. */
  stopped: boolean;
}

const PAGE = 50;
const ROUNDS = 5;

/**
 * Reports that wait, urgent first and then oldest first, with names opened in the session. What looks made up or sent in bulk is
 * in a view of its own and in "mine" alone; what was put off comes back by its moment. That somebody looked is recorded.
 */
export async function listQueue(
  actor: Actor,
  view: QueueView,
  clock: Clock,
  after: Cursor | null = null,
): Promise<Queue> {
  const staff = authorise(actor, "queue.read");
  const now = clock();
  return desk().$transaction(async (tx) => {
    const marked = await markAll(tx, staff);
    const leaves = await readLeaves(tx, staff, now);
    const suspicious = suspicionsOf(leaves);
    const span: Span = { username: staff.username, now, apart: [...suspicious.keys()] };
    const ids = isMarkedView(view)
      ? pageOf(
          leavesOf(view, leaves, suspicious).map((leaf) => leaf.reportId),
          after,
        )
      : await idsIn(tx, view, span, after, PAGE + 1);
    const rows = await openRows(tx, staff, ids.slice(0, PAGE), suspicious);
    if (rows.length > 0 || marked > 0) await record(tx, staff, "queue.read", null, now);
    const last = ids.length > PAGE ? rows.at(-1) : undefined;
    return {
      rows,
      counts: await countAll(tx, span, (one) => leavesOf(one, leaves, suspicious).length),
      next: last
        ? cursorText({ rank: last.urgent ? 0 : 1, receivedAt: last.receivedAt, reportId: last.id })
        : null,
      stopped: leaves.length === LEAVES,
    };
  });
}

/** A flood is marked before it is shown, up to a bound that no look waits long for: what no look has read yet cannot be queued apart. */
async function markAll(tx: Tx, staff: StaffActor): Promise<number> {
  let marked = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const more = await markNewcomers(tx, staff);
    marked += more;
    if (more < AT_ONCE) break;
  }
  return marked;
}

/** What follows the report a page ended with; from the beginning where that one has left meanwhile. */
function pageOf(ids: string[], after: Cursor | null): string[] {
  const from = after === null ? 0 : ids.indexOf(after.reportId) + 1;
  return ids.slice(from, from + PAGE + 1);
}

async function countAll(
  tx: Tx,
  span: Span,
  countMarked: (view: "under18" | "disappeared" | "suspicious") => number,
): Promise<Queue["counts"]> {
  const counts: Partial<Queue["counts"]> = {};
  for (const view of queueViews) {
    counts[view] = isMarkedView(view) ? countMarked(view) : await countIn(tx, view, span);
  }
  return counts as Queue["counts"];
}

/** Who can be given a report: everybody on the team who may open one. */
export async function listColleagues(actor: Actor): Promise<string[]> {
  authorise(actor, "report.assign");
  const rows = await desk().staff.findMany({
    where: { disabledAt: null, role: { in: ["intake", "vetter", "coordinator"] } },
    orderBy: { username: "asc" },
    select: { username: true },
  });
  return rows.map(({ username }) => username);
}

import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/connect";
import { reportPayload } from "@/lib/intake/schema";
import { markUnderVault, sealUnderVault } from "@/lib/vault/person";
import { openFromVault } from "@/lib/vault/seal";
import { leafContext } from "./queries";
import { marksOf, nameOf, placeOf, shapeOf, textOf } from "./rules";
import type { Marks } from "./schema";

/** Read at once, so that nobody's rows are locked for long; the next turn reads the rest. */
export const AT_ONCE = 200;

/**
 * Derives the marks of reports that nobody signed in has seen, urgent and old ones first, and keeps them sealed: a report is
 * opened for them once, however often the queue is looked at. Two looks at a time share the work. Part of a look at the queue.
 */
export async function markNewcomers(tx: Tx, { keys }: Pick<StaffActor, "keys">): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string; sealed: Uint8Array; received_at: Date }[]>`
    SELECT r.id, r.sealed, r.received_at FROM registry.triage t JOIN registry.reports r ON r.id = t.report_id
    WHERE t.sealed IS NULL ORDER BY t.rank, t.received_at, t.report_id LIMIT ${AT_ONCE} FOR UPDATE OF t SKIP LOCKED`;
  if (rows.length === 0) return 0;
  const sealed: Uint8Array[] = [];
  for (const row of rows) {
    const payload = reportPayload.parse(await openFromVault(keys, row.sealed));
    const mark = (words: string | null) =>
      words &&
      Buffer.from(markUnderVault(keys, words, "triage"))
        .toString("base64url")
        .slice(0, 11);
    const marks: Marks = {
      ...marksOf(payload, row.received_at),
      text: mark(textOf(payload)),
      shape: mark(shapeOf(payload)),
      name: mark(nameOf(payload)),
      place: mark(placeOf(payload)),
    };
    sealed.push(sealUnderVault(keys, marks, leafContext(row.id)));
  }
  await tx.$executeRaw`
    UPDATE registry.triage t SET sealed = n.sealed
    FROM unnest(${rows.map((row) => row.id)}::uuid[], ${sealed}::bytea[]) AS n (id, sealed) WHERE t.report_id = n.id`;
  return rows.length;
}

import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise, may } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { sealUnderVault } from "@/lib/vault/person";
import { confirmRegistry } from "../commands";
import { discardContext } from "./rules";
import { MOST_AT_THE_DESK } from "./schema";

/**
 * At the desk the second person makes a batch known within one request. A larger one than a request can carry is refused with the
 * command that confirms it, before anything is done.
 */
export async function confirmBatch(
  actor: Actor,
  batchId: string,
  clock: Clock,
): Promise<{ cases: number; already: number }> {
  authorise(actor, "fact.confirm");
  const batch = await desk().importBatch.findUnique({ where: { id: batchId }, select: { lines: true } });
  if (!batch) throw new Refusal("not_found");
  if (batch.lines > MOST_AT_THE_DESK)
    throw new Refusal("import_too_large", { lines: batch.lines, most: MOST_AT_THE_DESK });
  return confirmRegistry(actor, batchId, clock);
}

/**
 * Puts a batch that nobody confirmed aside for good, with its reason: its lines are gone and nothing of it ever becomes known. By who
 * brought it or a coordinator. The same file can be brought again, as another batch.
 */
export async function discardBatch(
  actor: Actor,
  { id, why }: { id: string; why: string },
  clock: Clock,
): Promise<void> {
  const staff = authorise(actor, "import.read");
  const now = clock();
  await desk().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM registry.import_batches WHERE id = ${id}::uuid FOR UPDATE`;
    const batch = await tx.importBatch.findUnique({
      where: { id },
      select: { source: true, importedBy: true, confirmedAt: true, discardedAt: true },
    });
    if (!batch) throw new Refusal("not_found");
    if (batch.importedBy !== staff.username && !may(staff, "registry.import"))
      throw new Refusal("not_permitted");
    if (batch.confirmedAt) throw new Refusal("already_confirmed");
    if (batch.discardedAt) throw new Refusal("import_discarded");
    await tx.importLine.deleteMany({ where: { batchId: id } });
    await tx.importBatch.update({
      where: { id },
      data: {
        discardedBy: staff.username,
        discardedAt: now,
        discardWhy: sealUnderVault(staff.keys, why, discardContext(id)),
      },
      select: { id: true },
    });
    await record(tx, staff, "import.discarded", { why: `${batch.source}: ${why}` }, now);
  });
}

import { record } from "@/lib/audit/record";
import { type Actor, actorName } from "@/lib/auth/actor";
import { type Clock, dateInCaracas } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { readClaims } from "./file/rules";
import { FileRefusal, type ReadClaim } from "./file/schema";
import { copyLedger, lockLedger } from "./published/commands";
import { keptAtTheDesk, ledgerFingerprints } from "./queries";
import { columnsOf, relationsOf } from "./rows/rules";

/** What an import did, or with `dryRun` would have done. Flags name partitions that the source itself does not close. */
export interface Imported {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Left as people at the desk published or withdrew them, whatever the file says. */
  kept: number;
  flagged: { line: number; id: string; flags: string[] }[];
}

/**
 * Reads a file of published figures into the ledger and its public copy, whole or not at all: one bad cell and nothing changes.
 * A row read before changes nothing; a row that changed replaces what the ledger said of that id, unless two people at the desk published it or it was withdrawn; no row is
 * ever removed. Whoever signs in enters figures one by one instead, and a second person publishes them.
 */
export async function importClaims(
  actor: Actor,
  content: Uint8Array | string,
  clock: Clock,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<Imported> {
  authoriseImport(actor);
  const now = clock();
  return desk().$transaction(
    async (tx) => {
      await lockLedger(tx);
      const [held, kept] = [await ledgerFingerprints(tx), await keptAtTheDesk(tx)];
      const { claims: all, errors } = readClaims(content, new Set(held.keys()), dateInCaracas(now));
      if (errors.length > 0) throw new FileRefusal(errors);
      const claims = all.filter(({ claim }) => !kept.has(claim.id));
      const added = claims.filter(({ claim }) => !held.has(claim.id));
      const changed = claims.filter(({ claim, fingerprint }) => {
        const before = held.get(claim.id);
        return before !== undefined && before !== fingerprint.toString("hex");
      });
      if (!dryRun && added.length + changed.length > 0) {
        await writeClaims(tx, added, changed, actorName(actor), now);
        await copyLedger(tx, now);
        await record(tx, actor, "claims.imported", null, now);
      }
      return {
        read: all.length,
        added: added.length,
        changed: changed.length,
        unchanged: claims.length - added.length - changed.length,
        kept: all.length - claims.length,
        flagged: claims
          .filter(({ claim }) => claim.flags.length > 0)
          .map(({ line, claim }) => ({ line, id: claim.id, flags: claim.flags })),
      };
    },
    { timeout: 60_000, maxWait: 30_000 },
  );
}

/** The operator of the machine and the first start may; a family never, and nobody signed in, whose figures take two people. */
function authoriseImport(actor: Actor): void {
  if (actor.kind === "staff" || actor.kind === "family") throw new Refusal("not_permitted");
}

async function writeClaims(
  tx: Tx,
  added: ReadClaim[],
  changed: ReadClaim[],
  importedBy: string,
  importedAt: Date,
): Promise<void> {
  await tx.claim.createMany({ data: added.map((read) => ({ ...columnsOf(read), importedBy, importedAt })) });
  for (const read of changed) {
    const { id, ...columns } = columnsOf(read);
    await tx.claim.update({
      where: { id },
      data: { ...columns, importedBy, importedAt },
      select: { id: true },
    });
  }
  await tx.claimRelation.deleteMany({ where: { claimId: { in: changed.map(({ claim }) => claim.id) } } });
  await tx.claimRelation.createMany({
    data: [...added, ...changed].flatMap(relationsOf),
    skipDuplicates: true,
  });
}

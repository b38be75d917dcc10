import type { Tx } from "@/lib/db/connect";
import { publishClaims } from "@/lib/publication/claims/commands";
import { wholeLedger } from "../queries";
import { publicLedger } from "./rules";

/** Nobody changes the ledger while somebody else does: who comes second waits, and judges what then stands. */
export async function lockLedger(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('claims ledger'))::text AS locked`;
}

/** Makes the public copy what the ledger now says without what was withdrawn, inside the caller's transaction. */
export async function copyLedger(tx: Tx, now: Date): Promise<void> {
  const standing = (await wholeLedger(tx)).filter(({ withdrawn }) => !withdrawn);
  await publishClaims(
    tx,
    publicLedger(standing.map(({ claim }) => claim)).map((content) => ({
      id: content.id,
      claimant: content.claimant,
      kind: content.kind,
      measure: content.measure,
      onDate: content.onDate,
      content,
    })),
    now,
  );
}

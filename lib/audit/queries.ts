import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { openFromVault } from "@/lib/vault/seal";

/** The last row of the trail, to be written down outside the registry: a chain cut short still verifies, but not to here. */
export interface ChainHead {
  seq: bigint;
  hash: Uint8Array;
}

export type ChainCheck =
  | { whole: true; rows: number; head: ChainHead | null }
  | { whole: false; brokenAt: bigint };

const PAGE = 5000;

/**
 * Recomputes every hash of the trail, with code that shares nothing with the function that wrote it, and says where
 * an edited, removed, added or moved row breaks it. A tail cut off shows only against a `head` noted earlier.
 */
export async function verifyChain(tx: Tx, noted?: ChainHead): Promise<ChainCheck> {
  let head: ChainHead | null = null;
  let seenNoted = !noted;
  for (;;) {
    const after: bigint = head?.seq ?? 0n;
    const rows = await tx.auditEvent.findMany({
      where: { seq: { gt: after } },
      orderBy: { seq: "asc" },
      take: PAGE,
    });
    for (const row of rows) {
      const previous: Uint8Array = head?.hash ?? new Uint8Array();
      const follows: boolean = row.seq === (head?.seq ?? 0n) + 1n && same(row.prevHash, previous);
      if (!follows || !same(row.hash, hashOf(previous, row))) return { whole: false, brokenAt: row.seq };
      if (noted?.seq === row.seq) {
        if (!same(row.hash, noted.hash)) return { whole: false, brokenAt: row.seq };
        seenNoted = true;
      }
      head = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < PAGE) break;
  }
  if (!seenNoted) return { whole: false, brokenAt: (head?.seq ?? 0n) + 1n };
  return { whole: true, rows: Number(head?.seq ?? 0n), head };
}

/** The trail, newest first, with what each act was about opened for those who may read it. */
export async function listAudit(actor: Actor, before?: bigint) {
  const auditor = authorise(actor, "audit.read");
  const rows = await desk().auditEvent.findMany({
    where: before === undefined ? {} : { seq: { lt: before } },
    select: { seq: true, at: true, actor: true, action: true, subject: true },
    orderBy: { seq: "desc" },
    take: 50,
  });
  return Promise.all(
    rows.map(async ({ subject, ...row }) => ({
      ...row,
      about: subject && (await openFromVault(auditor.keys, subject)),
    })),
  );
}

interface Hashed {
  seq: bigint;
  at: Date;
  actor: string;
  action: string;
  subject: Uint8Array | null;
}

/** SHA-256 over the previous hash and the row as a JSON array, written as PostgreSQL writes jsonb. */
function hashOf(previous: Uint8Array, { seq, at, actor, action, subject }: Hashed): Uint8Array {
  const about = subject === null ? "null" : `"${Buffer.from(subject).toString("hex")}"`;
  const row = `[${seq}, ${at.getTime()}, ${JSON.stringify(actor)}, ${JSON.stringify(action)}, ${about}]`;
  return createHash("sha256").update(previous).update(row, "utf8").digest();
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

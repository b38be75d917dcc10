import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import type { VaultKeys } from "@/lib/vault/keys";
import { DoesNotOpen } from "@/lib/vault/padding";
import { openFromVault } from "@/lib/vault/seal";
import { MARKED, markOf } from "@/lib/vault/trail";

/** The last row of the trail, to be written down outside the registry: a chain cut short still verifies, but not to here. */
export interface ChainHead {
  seq: bigint;
  hash: Uint8Array;
}

export type ChainCheck =
  | {
      whole: true;
      rows: number;
      head: ChainHead | null /** How many acts up to the last were recomputed. */;
      checked: number;
    }
  | { whole: false; brokenAt: bigint };

const PAGE = 5000;

/** What the check may lean on: heads noted earlier outside the registry, and the vault, which alone can make the marks. */
export interface CheckAgainst {
  noted?: readonly ChainHead[];
  keys?: VaultKeys;
  /** Recompute only so many acts, the last ones, taking the hash of the act before them as it stands. */
  last?: number;
  /** Told after each page how many acts were checked: years of them take a while. */
  seen?: (rows: number) => void;
}

/**
 * Recomputes every hash of the trail, with code that shares nothing with the function that wrote it, and says where
 * an edited, removed, added or moved row breaks it. Against somebody who holds the whole database and rewrites the
 * rest of the chain too, the marks of the vault hold; a tail cut off shows only against a head noted earlier.
 */
export async function verifyChain(
  tx: Tx,
  { noted = [], keys, last, seen }: CheckAgainst = {},
): Promise<ChainCheck> {
  const start = last === undefined ? null : await headBefore(tx, last);
  let head: ChainHead | null = start;
  const awaited = new Map(noted.map(({ seq, hash }) => [seq, hash]));
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
      const right = follows && same(row.hash, hashOf(previous, row));
      if (!right || (keys && !(await isMarked(row, previous, keys))))
        return { whole: false, brokenAt: row.seq };
      const outside = awaited.get(row.seq);
      if (outside && !same(row.hash, outside)) return { whole: false, brokenAt: row.seq };
      awaited.delete(row.seq);
      head = { seq: row.seq, hash: row.hash };
    }
    seen?.(Number(head?.seq ?? 0n));
    if (rows.length < PAGE) break;
  }
  if (awaited.size > 0) return { whole: false, brokenAt: (head?.seq ?? 0n) + 1n };
  const rows = Number(head?.seq ?? 0n);
  return { whole: true, rows, head, checked: rows - Number(start?.seq ?? 0n) };
}

/** How many acts the trail says it holds, and of which vaults this registry is: what an outside checkpoint is compared with first. */
export async function trailOf(viewer: Actor): Promise<{ acts: number; vaults: string[] }> {
  if (viewer.kind !== "operator") authorise(viewer, "audit.read");
  const { _max } = await desk().auditEvent.aggregate({ _max: { seq: true } });
  const vaults = await desk().vaultKey.findMany({ select: { id: true } });
  return { acts: Number(_max.seq ?? 0n), vaults: vaults.map(({ id }) => id) };
}

/** The whole trail against checkpoints kept outside: at the machine without keys, or by whoever may read it with the vault's marks. */
export async function verifyTrail(
  viewer: Actor,
  against: Omit<CheckAgainst, "keys" | "last">,
): Promise<ChainCheck> {
  const keys = viewer.kind === "operator" ? {} : { keys: authorise(viewer, "audit.read").keys };
  return verifyChain(desk(), { ...against, ...keys });
}

/** The act that stands before the last so many; null where there are no more than those. */
async function headBefore(tx: Tx, last: number): Promise<ChainHead | null> {
  const end = await tx.auditEvent.findFirst({ orderBy: { seq: "desc" }, select: { seq: true } });
  const seq = (end?.seq ?? 0n) - BigInt(last);
  return seq > 0n ? tx.auditEvent.findUnique({ where: { seq }, select: { seq: true, hash: true } }) : null;
}

const RECENT = 500;

/** Whether the trail is whole, or its last acts are, asked with the vault in hand so that its marks count too. */
export async function checkTrail(actor: Actor, how: "whole" | "recent"): Promise<ChainCheck> {
  const { keys } = authorise(actor, "audit.read");
  return verifyChain(desk(), { keys, ...(how === "recent" ? { last: RECENT } : {}) });
}

interface Hashed {
  seq: bigint;
  at: Date;
  actor: string;
  action: string;
  subject: Uint8Array | null;
}

/** Whether a row that should carry a mark of all before it carries the right one. */
async function isMarked(row: Hashed, previous: Uint8Array, keys: VaultKeys): Promise<boolean> {
  if (!MARKED.includes(row.action)) return true;
  if (!row.subject) return false;
  try {
    const about = marked.parse(await openFromVault(keys, row.subject));
    return about.mark === markOf(previous, keys);
  } catch (error) {
    if (error instanceof DoesNotOpen || error instanceof z.ZodError) return false;
    throw error;
  }
}

const marked = z.strictObject({ mark: z.string() });

/** SHA-256 over the previous hash and the row as a JSON array, written as PostgreSQL writes jsonb. */
function hashOf(previous: Uint8Array, { seq, at, actor, action, subject }: Hashed): Uint8Array {
  const about = subject === null ? "null" : `"${Buffer.from(subject).toString("hex")}"`;
  const row = `[${seq}, ${at.getTime()}, ${JSON.stringify(actor)}, ${JSON.stringify(action)}, ${about}]`;
  return createHash("sha256").update(previous).update(row, "utf8").digest();
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

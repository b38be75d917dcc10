import { createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";

import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { keysOf } from "@/lib/vault/keys";
import { openUnder, sealUnder } from "@/lib/vault/seal";
import { type Bytes, bytes, sodium } from "@/lib/vault/sodium";
import type { StaffActor } from "./actor";
import { spendFactor } from "./second-factor";
import { countTry, forgetTries } from "./throttle";
import { recordStaffAct } from "./trail";

const IDLE = 15 * 60_000;
const LONGEST = 12 * 60 * 60_000;
/** Seen again within this time is not written down, so that a page does not cost a write. */
const SEEN_EVERY = 30_000;

const sealedKeys = z.strictObject({ privateKey: z.string(), signingKey: z.string(), totpSecret: z.string() });

/**
 * Begins a session and answers its id: 32 random bytes that only the cookie keeps. The row has their SHA-256, and
 * the keys sealed under a key derived from them: row alone or cookie alone opens nothing.
 */
export async function writeSession(
  tx: Tx,
  staff: StaffActor,
  totpSecret: string,
  now: Date,
): Promise<string> {
  const id = randomBytes(32);
  const keys = {
    privateKey: sodium.to_base64(staff.keys.privateKey),
    signingKey: sodium.to_base64(staff.signingKey),
    totpSecret,
  };
  await tx.staffSession.create({
    data: {
      idHash: hashOf(id),
      staffId: staff.id,
      sealedKeys: sealUnder(keyOf(id), keys, context(staff.id)),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + LONGEST),
      factorAt: now,
    },
  });
  return id.toString("base64url");
}

/**
 * Who holds this session id, as they stand now: role and whether they are still staff are read at every request.
 * Null once idle for 15 minutes, 12 hours old, signed out, disabled, or of a vault that is no longer in use.
 */
export async function openSession(sessionId: string, clock: Clock): Promise<StaffActor | null> {
  return (await openWithFactor(sessionId, clock))?.staff ?? null;
}

async function openWithFactor(
  sessionId: string,
  clock: Clock,
): Promise<{ staff: StaffActor; totpSecret: string } | null> {
  const id = idOf(sessionId);
  if (!id) return null;
  const now = clock();
  const row = await desk().staffSession.findFirst({
    where: { idHash: hashOf(id), ...live(now), staff: { disabledAt: null } },
    select: {
      sealedKeys: true,
      lastSeenAt: true,
      factorAt: true,
      staff: {
        select: {
          id: true,
          username: true,
          role: true,
          wraps: {
            where: { vault: { retiredAt: null } },
            select: { vault: { select: { id: true, publicKey: true } } },
          },
        },
      },
    },
  });
  const vault = row?.staff.wraps[0]?.vault;
  if (!row || !vault) return null;
  const { data: opened } = sealedKeys.safeParse(openUnder(keyOf(id), row.sealedKeys, context(row.staff.id)));
  // A session begun before an upgrade that keeps more in it: its owner signs in again.
  if (!opened) return null;
  if (now.getTime() - row.lastSeenAt.getTime() >= SEEN_EVERY) {
    await desk().staffSession.updateMany({ where: { idHash: hashOf(id) }, data: { lastSeenAt: now } });
  }
  const { id: staffId, username, role } = row.staff;
  const staff: StaffActor = {
    kind: "staff",
    id: staffId,
    username,
    role,
    keys: keysOf(vault.id, sodium.from_base64(opened.privateKey), vault.publicKey),
    signingKey: sodium.from_base64(opened.signingKey),
    ...(row.factorAt && { factorAt: row.factorAt }),
  };
  return { staff, totpSecret: opened.totpSecret };
}

/**
 * Takes a new code of the second factor, or a recovery code, in a session that is open already, so that a grave act may follow.
 * Slowed like signing in; a code works once.
 */
export async function giveFactor(sessionId: string, typed: string, clock: Clock): Promise<void> {
  const opened = await openWithFactor(sessionId, clock);
  const id = idOf(sessionId);
  if (!opened || !id) throw new Refusal("not_signed_in");
  const now = clock();
  const { staff, totpSecret } = opened;
  await countTry(`factor ${staff.username}`, null, now);
  await desk().$transaction(async (tx) => {
    await spendFactor(tx, staff.id, totpSecret, typed, now);
    await tx.staffSession.updateMany({ where: { idHash: hashOf(id) }, data: { factorAt: now } });
    await recordStaffAct(tx, staff, "staff.factor_given", null, now);
  });
  await forgetTries(`factor ${staff.username}`, null);
}

/** Ends a session: the row is gone, and with it the keys that were sealed in it. */
export async function signOut(sessionId: string, clock: Clock): Promise<void> {
  const staff = await openSession(sessionId, clock);
  const id = idOf(sessionId);
  if (!staff || !id) return;
  await desk().$transaction(async (tx) => {
    await tx.staffSession.deleteMany({ where: { idHash: hashOf(id) } });
    await recordStaffAct(tx, staff, "staff.signed_out", null, clock());
  });
}

/** Deletes the rows of sessions that are idle, over or revoked, keys and all. Answers how many people are still in. */
export async function deleteSpentSessions(clock: Clock): Promise<number> {
  await desk().staffSession.deleteMany({ where: { NOT: live(clock()) } });
  return desk().staffSession.count();
}

/** The token that a form of this session carries, so that no other page can post it. */
export function csrfTokenOf(sessionId: string): string {
  return createHmac("sha256", sessionId).update("vigilia csrf 1").digest("base64url");
}

/** What a session id is known by in the database; null when it is none. */
export const hashOfSession = (sessionId: string): Bytes | null => {
  const id = idOf(sessionId);
  return id && hashOf(id);
};

const live = (now: Date) => ({
  revokedAt: null,
  expiresAt: { gt: now },
  lastSeenAt: { gt: new Date(now.getTime() - IDLE) },
});
const idOf = (sessionId: string): Buffer | null =>
  /^[\w-]{43}$/.test(sessionId) ? Buffer.from(sessionId, "base64url") : null;
const hashOf = (id: Buffer): Bytes => bytes(createHash("sha256").update(id).digest());
const keyOf = (id: Buffer): Bytes => new Uint8Array(hkdfSync("sha256", id, "", "vigilia session keys 1", 32));
const context = (staffId: string) => `session|${staffId}`;

import { createHash } from "node:crypto";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { bytes } from "@/lib/vault/sodium";
import type { Actor, StaffActor } from "./actor";
import { authorise } from "./permissions";
import { replaceRecoveryCodes } from "./recovery-codes";
import { requireFresh } from "./step-up";
import { recordStaffAct } from "./trail";

/** A session of one's own. Nothing says from where: addresses and browsers are not kept. */
export interface OwnSession {
  /** Names the row to its owner; opens nothing. */
  mark: string;
  createdAt: Date;
  lastSeenAt: Date;
  isThis: boolean;
}

/** Where one is signed in, newest first, and how many recovery codes are left. */
export async function readOwnAccess(
  staff: StaffActor,
  sessionId: string,
): Promise<{ sessions: OwnSession[]; codesLeft: number }> {
  const current = markOf(createHash("sha256").update(Buffer.from(sessionId, "base64url")).digest());
  const rows = await desk().staffSession.findMany({
    where: { staffId: staff.id, revokedAt: null },
    select: { idHash: true, createdAt: true, lastSeenAt: true },
    orderBy: { createdAt: "desc" },
  });
  const codesLeft = await desk().recoveryCode.count({ where: { staffId: staff.id, usedAt: null } });
  const sessions = rows.map(({ idHash, ...row }) => ({
    ...row,
    mark: markOf(idHash),
    isThis: markOf(idHash) === current,
  }));
  return { sessions, codesLeft };
}

/** Ends one of one's own sessions: its row and the keys in it are gone, its next request fails. */
export async function endOwnSession(actor: Actor, mark: string, clock: Clock): Promise<void> {
  const staff = authorise(actor, "desk.enter");
  await desk().$transaction(async (tx) => {
    const rows = await tx.staffSession.findMany({ where: { staffId: staff.id }, select: { idHash: true } });
    const row = rows.find(({ idHash }) => markOf(idHash) === mark);
    if (!row) throw new Refusal("changed_meanwhile");
    await tx.staffSession.delete({ where: { idHash: row.idHash }, select: { staffId: true } });
    await recordStaffAct(tx, staff, "staff.session_ended", { staff: staff.username }, clock());
  });
}

/** Ten new recovery codes for oneself, shown once; the earlier ones open nothing any more. */
export async function renewRecoveryCodes(actor: Actor, clock: Clock): Promise<string[]> {
  const staff = authorise(actor, "desk.enter");
  requireFresh(staff, clock);
  return desk().$transaction(async (tx) => {
    await recordStaffAct(tx, staff, "staff.recovery_codes_renewed", { staff: staff.username }, clock());
    return replaceRecoveryCodes(tx, staff.id);
  });
}

const markOf = (idHash: Uint8Array): string =>
  createHash("sha256").update(bytes(idHash)).update("mark").digest("hex").slice(0, 16);

import { randomBytes } from "node:crypto";

import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { DoesNotOpen } from "@/lib/vault/padding";
import { passphraseKey } from "@/lib/vault/passphrase";
import type { StaffActor } from "./actor";
import { deviceOf } from "./device";
import { spendFactor } from "./second-factor";
import { writeSession } from "./sessions";
import { openStaffKeys, type StaffKeys } from "./staff-keys";
import { countTry, forgetTries } from "./throttle";
import { recordOpening } from "./trail";
import { openWrap } from "./vault-wrap";

const columns = {
  id: true,
  username: true,
  role: true,
  kdfSalt: true,
  publicKey: true,
  signingPublicKey: true,
  wrappedPrivateKey: true,
  wrappedSigningKey: true,
  wrappedTotp: true,
  disabledAt: true,
  wraps: {
    where: { vault: { retiredAt: null } },
    select: { wrapped: true, vault: { select: { id: true, publicKey: true } } },
  },
} as const;

/**
 * Signs in with passphrase and second factor, and answers the session id, which nothing on this side keeps.
 * Every cause of failure is the same refusal at the same cost; a code of the second factor works once.
 * A device token shortens nobody's way but keeps strangers' guesses from making its owner wait.
 */
export async function signIn(
  username: string,
  passphrase: string,
  totp: string,
  clock: Clock,
  deviceToken?: string,
): Promise<string> {
  const now = clock();
  const device = deviceOf(username, deviceToken);
  await countTry(username, device, now);
  const { actor, keys } = await openByPassphrase(username, passphrase);
  const sessionId = await desk().$transaction(async (tx) => {
    await spendFactor(tx, actor.id, keys.totpSecret, totp, now);
    await recordOpening(tx, actor, "staff.signed_in", now);
    return writeSession(tx, actor, keys.totpSecret, now);
  });
  await forgetTries(username, device);
  return sessionId;
}

/**
 * The member of staff behind a command on the machine itself: passphrase only, since the machine is the second
 * factor, and always written down.
 */
export async function actorFor(username: string, passphrase: string, clock: Clock): Promise<StaffActor> {
  const { actor } = await openByPassphrase(username, passphrase);
  const now = clock();
  await desk().$transaction((tx) => recordOpening(tx, actor, "staff.acted_by_command", now));
  return { ...actor, factorAt: now };
}

async function openByPassphrase(
  username: string,
  passphrase: string,
): Promise<{ actor: StaffActor; keys: StaffKeys }> {
  const row = await desk().staff.findUnique({ where: { username }, select: columns });
  const key = await passphraseKey(passphrase, row?.kdfSalt ?? randomBytes(16));
  if (!row || row.disabledAt) throw new Refusal("sign_in_failed");
  const keys = openOrRefuse(row.id, key, row);
  const wrap = row.wraps[0];
  if (!wrap) throw new Refusal("vault_closed");
  const { id, role } = row;
  const vault = await openWrap(
    { publicKey: row.publicKey, privateKey: keys.privateKey },
    wrap.vault,
    wrap.wrapped,
  );
  const actor: StaffActor = { kind: "staff", id, username, role, keys: vault, signingKey: keys.signingKey };
  return { actor, keys };
}

/** The keys that a passphrase opens; a wrong one is the refusal of whoever cannot sign in. */
export function openOrRefuse(...given: Parameters<typeof openStaffKeys>): StaffKeys {
  try {
    return openStaffKeys(...given);
  } catch (error) {
    if (error instanceof DoesNotOpen) throw new Refusal("sign_in_failed");
    throw error;
  }
}

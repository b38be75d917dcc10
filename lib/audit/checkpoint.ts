import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { sign, verifies } from "@/lib/vault/signing";
import type { ChainHead } from "./queries";
import { record } from "./record";

/** The end of the trail at one moment, signed, to be kept outside: against it a rewritten or shortened trail shows. */
export interface Checkpoint extends ChainHead {
  vault: string;
  at: string;
  by: string;
  /** Ed25519, 32 bytes in hex: whoever keeps checkpoints compares it with the one they know. */
  publicKey: string;
}

const FIRST_LINE = "vigilia trail 1";

/** The text that is signed: what, whose, how many acts, the hash of the last, when, with which key. */
const body = ({ vault, seq, hash, at, publicKey }: Checkpoint): string =>
  `${[FIRST_LINE, vault, seq, Buffer.from(hash).toString("base64"), at, publicKey].join("\n")}\n`;

/** The whole note; there is one way only to write it. */
const written = (note: Checkpoint, signature: Uint8Array): string =>
  `${body(note)}\n\u2014 ${note.by} ${Buffer.concat([keyHint(note), signature]).toString("base64")}\n`;

/** First four bytes of a key's hash, as signed notes carry it before the signature. */
const keyHint = ({ by, publicKey }: Checkpoint): Buffer =>
  createHash("sha256").update(`${by}\n\u0001`).update(Buffer.from(publicKey, "hex")).digest().subarray(0, 4);

/**
 * Signs the trail as it stands, this act included, with the key of whoever asks, as a signed note that any tool can check. Gives the
 * text to be carried outside; the registry keeps none, since what it kept could be rewritten with the rest.
 */
export async function signCheckpoint(actor: Actor, clock: Clock): Promise<string> {
  const staff = authorise(actor, "audit.read");
  const now = clock();
  return desk().$transaction(async (tx) => {
    await record(tx, staff, "trail.sealed", null, now);
    const head = await tx.auditEvent.findFirstOrThrow({
      orderBy: { seq: "desc" },
      select: { seq: true, hash: true },
    });
    const publicKey = Buffer.from(staff.signingKey.slice(32)).toString("hex");
    const note: Checkpoint = {
      ...head,
      vault: staff.keys.vaultId,
      at: now.toISOString(),
      by: staff.username,
      publicKey,
    };
    const signature = sign(staff.signingKey, Buffer.from(body(note), "utf8"));
    return written(note, signature);
  });
}

/** Reads a checkpoint and checks its signature; null for anything that is not one, whole and signed with the key it names. */
export function readCheckpoint(text: string): Checkpoint | null {
  const found = text.match(
    /^vigilia trail 1\n([0-9a-f-]{36})\n(\d{1,18})\n([\w+/=]{44})\n([\d:.TZ-]{20,30})\n([0-9a-f]{64})\n\n\u2014 (\S+) ([\w+/=]+)\n$/,
  );
  if (!found) return null;
  const [, vault = "", seq = "", hash = "", at = "", publicKey = "", by = "", told = ""] = found;
  const note: Checkpoint = {
    vault,
    seq: BigInt(seq),
    hash: new Uint8Array(Buffer.from(hash, "base64")),
    at,
    by,
    publicKey,
  };
  const signature = Buffer.from(told, "base64").subarray(4);
  if (written(note, signature) !== text) return null;
  const signed = verifies(Buffer.from(publicKey, "hex"), Buffer.from(body(note), "utf8"), signature);
  return signed ? note : null;
}

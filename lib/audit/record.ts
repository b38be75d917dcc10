import { type Actor, actorName } from "@/lib/auth/actor";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { appendTrail } from "@/lib/vault/trail";
import { noteCase } from "./cases";
import { noteDocument } from "./documents";
import { refuseTooManyOpenings } from "./openings";

/** What an act was about, never its content: it is sealed to the vault, so that no plain row ties a report to a case. */
export interface AuditSubject {
  /** A case's reference. */
  case?: string;
  report?: string;
  staff?: string;
  balance?: string;
  document?: string;
  /** A figure of others. */
  claim?: string;
  /** The purpose for which a file was taken out. */
  use?: string;
  why?: string;
}

/**
 * Writes the trail inside the caller's transaction: no record, no change. One chain for the whole registry, each
 * row's hash covering the one before. `action` is in field words, noun.past: `case.opened`. Refuses with `too_many_opened` an
 * identity more than anybody's work needs in an hour.
 */
export async function record(
  tx: Tx,
  actor: Actor,
  action: string,
  about: AuditSubject | null,
  now: Date,
): Promise<void> {
  if (actor.kind === "staff") await refuseTooManyOpenings(tx, actor, action, now);
  const vaultKey = about && (await publicKey(tx, actor));
  const seq = await appendTrail(tx, { who: actorName(actor), what: action, about, vaultKey }, now);
  if (actor.kind === "staff" && about?.case !== undefined) await noteCase(tx, actor, about.case, seq);
  if (actor.kind === "staff" && about?.document !== undefined)
    await noteDocument(tx, actor, about.document, seq);
}

async function publicKey(tx: Tx, actor: Actor): Promise<Uint8Array> {
  if (actor.kind === "staff") return actor.keys.publicKey;
  const vault = await tx.vaultKey.findFirst({ where: { retiredAt: null }, select: { publicKey: true } });
  if (!vault) throw new Refusal("vault_missing");
  return vault.publicKey;
}

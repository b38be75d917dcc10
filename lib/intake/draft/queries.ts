import type { Clock } from "@/lib/core/clock";
import { intake } from "@/lib/db/intake";
import { openUnder } from "@/lib/vault/seal";
import { type Draft, draft } from "./schema";

/** What opens a draft: both come from its code, and nothing else gives them. */
export interface DraftKeys {
  lookup: Uint8Array<ArrayBuffer>;
  draftKey: Uint8Array<ArrayBuffer>;
}

/** The draft of a code, or null when there is none: never begun, sent already, or expired. */
export async function openDraft(
  keys: DraftKeys,
  clock: Clock,
): Promise<{ draft: Draft; expiresAt: Date } | null> {
  const [row] = await intake().$queryRaw<{ sealed: Uint8Array; expires_at: Date }[]>`
    SELECT sealed, expires_at FROM registry.intake_open_draft(${keys.lookup}, ${clock()})`;
  if (!row) return null;
  return { draft: draft.parse(openUnder(keys.draftKey, row.sealed, DRAFT)), expiresAt: row.expires_at };
}

/** What a sealed draft is bound to. */
export const DRAFT = "drafts|sealed";

/** Whether reports can be received: they cannot before there is a vault to seal them to. */
export async function receptionIsOpen(): Promise<boolean> {
  return (await vaultKey()) !== null;
}

/** The public key that reports are sealed to, or null before the first member of staff made the vault. */
export async function vaultKey(): Promise<Uint8Array | null> {
  const [row] = await intake().$queryRaw<{ key: Uint8Array | null }[]>`
    SELECT registry.intake_vault_key() AS key`;
  return row?.key ?? null;
}

/** Whether this installation shows invented people, so that every page can say so. */
export async function isDemonstration(): Promise<boolean> {
  const [row] = await intake().$queryRaw<{ demonstration: boolean }[]>`
    SELECT registry.intake_is_demonstration() AS demonstration`;
  return row?.demonstration === true;
}

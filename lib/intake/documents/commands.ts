import type { FamilyActor } from "@/lib/auth/actor";
import { type Clock, minuteOf } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { Refusal } from "@/lib/core/refusal";
import { intake } from "@/lib/db/intake";
import { kindOf, type Measured, measuring, peek, plainName } from "@/lib/evidence/documents/rules";
import { type ListedDocument, MOST_DOCUMENTS, type ReceivedDocument } from "@/lib/evidence/documents/schema";
import { dropSealed, keepSealed, sweepStore } from "@/lib/evidence/store/commands";
import { sealFile } from "@/lib/vault/files";
import { sealToVault, sealUnder } from "@/lib/vault/seal";
import { vaultKey } from "../draft/queries";
import { countDocuments, DOCUMENT } from "./queries";

/** What a code gave: of a draft, with the key that lists its documents again; of a report already sent, without. */
export interface DocumentKeys {
  lookup: Uint8Array<ArrayBuffer>;
  draftKey?: Uint8Array;
}

/**
 * Receives one file of a report: measured and sealed to the vault as it arrives, never whole in memory and never open on the disk;
 * kept for good before this returns. Refuses `document_kind`, `document_empty`, `document_too_large`, `too_many_documents`, `storage_full`,
 * and `draft_expired` for a code that opens nothing any more. Whatever it refuses leaves the report as it was.
 */
export async function receiveDocument(
  _actor: FamilyActor,
  keys: DocumentKeys,
  { name, file }: { name: string; file: AsyncIterable<Uint8Array> },
  clock: Clock,
): Promise<void> {
  const vault = await vaultKey();
  if (!vault) throw new Refusal("reception_closed");
  if ((await countDocuments(keys)) >= MOST_DOCUMENTS) throw new Refusal("too_many_documents");
  const { head, whole } = await peek(file);
  const kind = await kindOf(head);
  const received = minuteOf(clock());
  const id = newId(received);
  let measured: Measured | undefined;
  const passing = measuring(whole, (all) => {
    measured = all;
  });
  await keepSealed(id, () => sealFile(vault, passing), received);
  if (!measured) throw new Error("a file was kept before its end");
  const document: ReceivedDocument = { name: plainName(name), kind, ...measured };
  const listed: ListedDocument = { name: document.name, bytes: document.bytes };
  const [row] = await intake().$queryRaw<{ kept: string }[]>`
    SELECT registry.intake_keep_document(${keys.lookup}, ${id}::uuid, ${await sealToVault(vault, document)},
      ${keys.draftKey ? sealUnder(keys.draftKey, listed, DOCUMENT) : null}, ${received}, ${MOST_DOCUMENTS},
      ${await sealToVault(vault, { document: id })}) AS kept`;
  if (row?.kept === "kept") return;
  await dropSealed(id);
  throw new Refusal(row?.kept === "full" ? "too_many_documents" : "draft_expired");
}

/** Takes a document back before the report is sent; its file is gone with it. Nothing else changes, and twice is once. */
export async function removeDocument(_actor: FamilyActor, keys: DocumentKeys, id: string): Promise<void> {
  const [row] = await intake().$queryRaw<{ removed: boolean }[]>`
    SELECT registry.intake_remove_document(${keys.lookup}, ${id}::uuid) AS removed`;
  if (row?.removed) await dropSealed(id);
}

/** Takes from the disk the files of drafts that expired and reports that were erased. Runs by itself; answers how many went. */
export const sweepDocuments = (clock: Clock): Promise<number> =>
  sweepStore(async (ids) => {
    const rows = await intake().$queryRaw<{ id: string }[]>`
      SELECT registry.intake_stray_documents(${ids}::uuid[]) AS id`;
    return rows.map(({ id }) => id);
  }, clock());

import { intake } from "@/lib/db/intake";
import { type ListedDocument, listedDocument } from "@/lib/evidence/documents/schema";
import { openUnder } from "@/lib/vault/seal";

/** What the name of a document in a draft is bound to. */
export const DOCUMENT = "documents|sealed_to_draft";

/** The documents of a report not sent yet, in the order they came, as its code may see them. */
export async function listDocuments(keys: {
  lookup: Uint8Array;
  draftKey: Uint8Array;
}): Promise<(ListedDocument & { id: string })[]> {
  const rows = await intake().$queryRaw<{ id: string; sealed: Uint8Array }[]>`
    SELECT id, sealed FROM registry.intake_list_documents(${keys.lookup})`;
  return rows.map(({ id, sealed }) => ({
    id,
    ...listedDocument.parse(openUnder(keys.draftKey, sealed, DOCUMENT)),
  }));
}

/** How many documents came with a draft or a report. */
export async function countDocuments(keys: { lookup: Uint8Array }): Promise<number> {
  const [row] = await intake().$queryRaw<{ count: number }[]>`
    SELECT registry.intake_count_documents(${keys.lookup}) AS count`;
  return row?.count ?? 0;
}

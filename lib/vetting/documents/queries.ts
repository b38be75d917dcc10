import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import { desk } from "@/lib/db/desk";
import { type ReceivedDocument, receivedDocument } from "@/lib/evidence/documents/schema";
import { picturesOf } from "@/lib/evidence/drawn/queries";
import type { VaultKeys } from "@/lib/vault/keys";
import { openFromVault } from "@/lib/vault/seal";

/** What came with a report, opened in the session, in the order it came. Part of opening the report, whose audit row stands for it. */
export async function listDocuments(
  actor: Actor,
  reportId: string,
): Promise<(ReceivedDocument & { id: string })[]> {
  const staff = authorise(actor, "report.open");
  const rows = await desk().document.findMany({
    where: { reportId },
    orderBy: { id: "asc" },
    select: { id: true, sealed: true },
  });
  return Promise.all(rows.map(async ({ id, sealed }) => ({ id, ...(await described(staff.keys, sealed)) })));
}

export interface OpenedDocument extends ReceivedDocument {
  /** One picture as JPEG: pixels and nothing else. */
  picture: Buffer;
  pages: number;
}

/**
 * One page of a document, as a picture that holds nothing but its pixels; drawn when somebody signed in first asks, kept sealed, and
 * never the file as sent. Each look is recorded before anything is opened. Refuses `not_found` and what `drawSafely` refuses.
 */
export async function openDocument(
  actor: Actor,
  { reportId, documentId, page }: { reportId: string; documentId: string; page: number },
  clock: Clock,
): Promise<OpenedDocument> {
  const staff = authorise(actor, "report.open");
  const row = await desk().$transaction(async (tx) => {
    const found = await tx.document.findFirst({
      where: { id: documentId, reportId },
      select: { sealed: true, receivedAt: true },
    });
    if (!found) throw new Refusal("not_found");
    await record(tx, staff, "document.opened", { report: reportId, document: documentId }, clock());
    return found;
  });
  const document = await described(staff.keys, row.sealed);
  const pictures = await picturesOf(staff.keys, {
    id: documentId,
    kind: document.kind,
    minute: row.receivedAt,
  });
  const picture = pictures[page - 1];
  if (!picture) throw new Refusal("not_found");
  return { ...document, picture, pages: pictures.length };
}

const described = async (keys: VaultKeys, sealed: Uint8Array): Promise<ReceivedDocument> =>
  receivedDocument.parse(await openFromVault(keys, sealed));

import { type DocumentHeld, documentActs } from "@/lib/audit/documents";
import { type AuditSubject, record } from "@/lib/audit/record";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permissions";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Prisma } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { type ReceivedDocument, receivedDocument } from "@/lib/evidence/documents/schema";
import { picturesOf } from "@/lib/evidence/drawn/queries";
import { sizeOf } from "@/lib/evidence/drawn/rules";
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
  /** One picture as JPEG: pixels and nothing else. Null where it is marked as hard to look at and nobody asked for it. */
  picture: { jpeg: Buffer; width: number; height: number } | null;
  /** How many there are; unknown while nothing was opened. */
  pages: number | null;
  graphic: { by: string; at: Date } | null;
  receivedAt: Date;
  /** What was done with it here, latest first. */
  custody: DocumentHeld[];
}

/** A document, where it must belong, and what the trail calls it by. */
export interface Held {
  documentId: string;
  where: Prisma.DocumentWhereInput;
  about: AuditSubject;
}

/** One page of a document that came with a report, as `lookAt` shows it. */
export async function openDocument(
  actor: Actor,
  { reportId, documentId, ...look }: { reportId: string; documentId: string; page: number; asked: boolean },
  clock: Clock,
): Promise<OpenedDocument> {
  const staff = authorise(actor, "report.open");
  const about = { report: reportId, document: documentId };
  return lookAt(staff, { documentId, where: { reportId }, about }, look, clock);
}

/**
 * One page of a document, as a picture that holds nothing but its pixels; drawn when somebody signed in first asks, kept sealed, and
 * never the file as sent. What is marked as hard to look at is not even opened until `asked`. Each look is recorded before anything
 * is opened. Refuses `not_found` and what `drawSafely` refuses. For an act that judged whether this person may look.
 */
export async function lookAt(
  staff: StaffActor,
  { documentId, where, about }: Held,
  { page, asked }: { page: number; asked: boolean },
  clock: Clock,
): Promise<OpenedDocument> {
  const { row, custody } = await desk().$transaction(async (tx) => {
    const found = await tx.document.findFirst({
      where: { ...where, id: documentId },
      select: { sealed: true, receivedAt: true, marks: lastMark },
    });
    if (!found) throw new Refusal("not_found");
    const veiled = found.marks[0]?.graphic === true && !asked;
    if (!veiled) await record(tx, staff, "document.opened", about, clock());
    return { row: { ...found, veiled }, custody: await documentActs(tx, staff, documentId) };
  });
  const { receivedAt, marks, veiled } = row;
  const mark = marks[0]?.graphic ? { by: marks[0].markedBy, at: marks[0].markedAt } : null;
  const document = { ...(await described(staff.keys, row.sealed)), graphic: mark, receivedAt, custody };
  if (veiled) return { ...document, picture: null, pages: null };
  const pictures = await picturesOf(staff.keys, { id: documentId, kind: document.kind, minute: receivedAt });
  const jpeg = pictures[page - 1];
  if (!jpeg) throw new Refusal("not_found");
  return { ...document, picture: { jpeg, ...sizeOf(jpeg) }, pages: pictures.length };
}

/** Of the marks of a document the one that holds. */
export const lastMark = {
  orderBy: { id: "desc" },
  take: 1,
  select: { graphic: true, markedBy: true, markedAt: true },
} as const;

/** What a document is, opened in the session. */
export const described = async (keys: VaultKeys, sealed: Uint8Array): Promise<ReceivedDocument> =>
  receivedDocument.parse(await openFromVault(keys, sealed));

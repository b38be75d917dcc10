import type { Actor, StaffActor } from "@/lib/auth/actor";
import { authorise, may } from "@/lib/auth/permissions";
import { readDossier } from "@/lib/cases/dossier/queries";
import { listPermissions } from "@/lib/cases/permissions/queries";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import type { ReceivedDocument } from "@/lib/evidence/documents/schema";
import { evidenceContext } from "@/lib/evidence/queries";
import { type DocumentRead, type EvidenceItem, sealedWords } from "@/lib/evidence/schema";
import { lockCase, type OpenedCase } from "@/lib/people/queries";
import { askedKey, openAsked } from "@/lib/publication/withdrawals/queries";
import { openUnder } from "@/lib/vault/seal";
import { findCaseForDesk, readCase } from "../cases/queries";
import type { CaseForDesk } from "../cases/rules";
import { described, type Held, lastMark, lookAt, type OpenedDocument } from "../documents/queries";
import { type Closed, closedOf, type Giving, type Use, usesOf } from "./rules";

/** A file as the list shows it: nothing of it is opened, and of one that is closed nothing is told. */
export interface FileListed extends DocumentRead {
  receivedAt: Date;
  isGraphic: boolean;
  closed: Closed | null;
  /** Null where this person may not open reports, or it is closed. */
  what: ReceivedDocument | null;
}

export interface CaseEvidence {
  found: CaseForDesk;
  items: { item: EvidenceItem; file: FileListed | null }[];
  /** What came or was brought and nobody has read as a lead or as evidence. */
  unread: FileListed[];
}

/** Everything that supports a case or speaks against it, in one place; reading it is reading the case, and recorded as that. */
export async function findCaseEvidence(actor: Actor, reference: string, clock: Clock): Promise<CaseEvidence> {
  const staff = authorise(actor, "evidence.open");
  const found = await findCaseForDesk(staff, reference, clock);
  const files = await listFiles(staff, found);
  const standing = found.evidence.filter((item) => item.withdrawn === null);
  return {
    found,
    items: found.evidence.map((item) => ({ item, file: fileOf(item, files) })),
    unread: files.filter(({ id }) => !standing.some((item) => item.document?.id === id)),
  };
}

const fileOf = ({ document }: EvidenceItem, files: readonly FileListed[]): FileListed | null => {
  if (document === null) return null;
  const gone = {
    ...document,
    receivedAt: new Date(0),
    isGraphic: false,
    closed: "gone" as const,
    what: null,
  };
  return files.find(({ id }) => id === document.id) ?? gone;
};

async function listFiles(staff: StaffActor, found: CaseForDesk): Promise<FileListed[]> {
  const read = found.evidence.flatMap(({ document }) => document?.id ?? []);
  const rows = await desk().document.findMany({
    where: {
      OR: [{ reportId: { in: found.reports } }, { caseId: found.caseId }, { id: { in: read } }],
    },
    orderBy: { id: "asc" },
    select: { id: true, reportId: true, sealed: true, receivedAt: true, marks: lastMark },
  });
  const giving = await givingOf(
    staff,
    found,
    rows.some(({ reportId }) => reportId !== null),
  );
  return Promise.all(
    rows.map(async ({ id, reportId: report, sealed, receivedAt, marks }) => {
      const closed = closedOf({ report }, giving);
      const isShown = closed === null && mayLook(staff, { report });
      return {
        ...{ id, report, receivedAt, closed, isGraphic: marks[0]?.graphic === true },
        what: isShown ? await described(staff.keys, sealed) : null,
      };
    }),
  );
}

/** What families sent is looked at by whoever opens reports; what the desk brought, by whoever works on cases. */
export const mayLook = (staff: StaffActor, { report }: Pick<DocumentRead, "report">): boolean =>
  may(staff, "evidence.open") && (report === null || may(staff, "report.open"));

/** One piece: an item of evidence, a file nobody has read yet, or an item with its file. */
export interface PieceShown {
  found: CaseForDesk;
  item: EvidenceItem | null;
  file: (DocumentRead & { uses: Use[]; closed: Closed | null }) | null;
  /** The page asked for; null where there is no file, or it is closed, or this person may not look; a refusal where it cannot be drawn. */
  opened: OpenedDocument | Refusal | null;
}

/**
 * A piece of a case by the id of its item or of its file, with one page as `lookAt` shows it. A file that is closed is not opened for
 * anybody. Refuses `not_found` for what is not of this case.
 */
export async function openPiece(
  actor: Actor,
  { reference, piece, ...look }: { reference: string; piece: string; page: number; asked: boolean },
  clock: Clock,
): Promise<PieceShown> {
  const staff = authorise(actor, "evidence.open");
  const found = await findCaseForDesk(staff, reference, clock);
  const { item, document } = await resolve(found, piece);
  if (document === null) return { found, item, file: null, opened: null };
  const giving = await givingOf(staff, found, document.report !== null);
  const isThere = (await desk().document.count({ where: { id: document.id } })) > 0;
  const closed: Closed | null = isThere ? closedOf(document, giving) : "gone";
  const file = { ...document, closed, uses: usesOf(document, giving) };
  if (closed !== null || !mayLook(staff, document)) return { found, item, file, opened: null };
  const opened = await lookAt(staff, heldIn(found.reference, document), look, clock).catch(
    (error: unknown) => {
      if (error instanceof Refusal && error.code !== "not_found") return error;
      throw error;
    },
  );
  return { found, item, file, opened };
}

const heldIn = (reference: string, { id, report }: DocumentRead): Held => ({
  documentId: id,
  where: { reportId: report },
  about: { case: reference, document: id },
});

/** The file of a piece for an act on it that is recorded by itself, with what it may be used for. Refuses `keeping_withdrawn`. */
export async function holdFile(
  staff: StaffActor,
  { reference, piece }: { reference: string; piece: string },
  now: Date,
): Promise<{ held: Held; uses: Use[] }> {
  const found = await desk().$transaction((tx) => readCase(tx, staff, reference, now));
  const { document } = await resolve(found, piece);
  if (document === null) throw new Refusal("not_found");
  if (!mayLook(staff, document)) throw new Refusal("not_permitted");
  const giving = await givingOf(staff, found, document.report !== null);
  if (closedOf(document, giving) !== null) throw new Refusal("keeping_withdrawn");
  return { held: heldIn(found.reference, document), uses: usesOf(document, giving) };
}

/** Which item and file an id means in a case: of its items, of its reports' files, of those brought to it. */
async function resolve(
  { evidence, reports, caseId }: Pick<CaseForDesk, "evidence" | "reports" | "caseId">,
  piece: string,
): Promise<{ item: EvidenceItem | null; document: DocumentRead | null }> {
  const item = evidence.find(({ id }) => id === piece);
  if (item) return { item, document: item.document };
  const row = await desk().document.findFirst({
    where: { id: piece, OR: [{ reportId: { in: reports } }, { caseId }] },
    select: { id: true, reportId: true },
  });
  if (!row) throw new Refusal("not_found");
  const reading = evidence.find(({ withdrawn, document }) => withdrawn === null && document?.id === piece);
  return { item: reading ?? null, document: { id: row.id, report: row.reportId } };
}

/** Who speaks for the files of a case; what families asked is opened only where one of theirs is among them. */
async function givingOf(
  staff: StaffActor,
  { holders, permissions, reports }: Pick<CaseForDesk, "holders" | "permissions" | "reports">,
  hasFamilys: boolean,
): Promise<Giving> {
  const asked = hasFamilys ? await desk().$transaction((tx) => openAsked(tx, staff)) : new Set<string>();
  return {
    ...{ holders, permissions },
    asked: new Set(reports.filter((report) => asked.has(askedKey("erasure", report)))),
  };
}

/** Refuses with `keeping_withdrawn` whatever would rest on a file that is closed or gone. Inside a command, the case locked. */
export async function refuseClosed(
  tx: Tx,
  staff: StaffActor,
  opened: OpenedCase,
  document: DocumentRead,
): Promise<Giving> {
  const { holders, reports } = readDossier(opened);
  const asked = document.report === null ? new Set<string>() : await openAsked(tx, staff);
  const giving = {
    holders,
    permissions: await listPermissions(tx, opened.caseId),
    asked: new Set(reports.filter((report) => asked.has(askedKey("erasure", report)))),
  };
  const isThere = (await tx.document.count({ where: { id: document.id } })) > 0;
  if (!isThere || closedOf(document, giving) !== null) throw new Refusal("keeping_withdrawn");
  return giving;
}

/**
 * An item and its case, the case locked, for saying something of it. Refuses `already_withdrawn`, and `keeping_withdrawn` where the file
 * it is a reading of is closed.
 */
export async function lockItem(tx: Tx, staff: StaffActor, evidenceId: string) {
  const which = await tx.evidence.findUnique({ where: { id: evidenceId }, select: { caseId: true } });
  if (!which) throw new Refusal("not_found");
  const opened = await lockCase(tx, staff, which.caseId);
  const { lead, promotion, withdrawal, sealed } = await tx.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: {
      ...{ lead: true, sealed: true },
      promotion: { select: { evidenceId: true } },
      withdrawal: { select: { evidenceId: true } },
    },
  });
  if (withdrawal) throw new Refusal("already_withdrawn");
  const { document } = sealedWords.parse(openUnder(opened.key, sealed, evidenceContext(evidenceId)));
  if (document !== null) await refuseClosed(tx, staff, opened, document);
  return {
    ...opened,
    isLead: lead && promotion === null,
    about: { case: opened.reference, ...(document && { document: document.id }) },
  };
}

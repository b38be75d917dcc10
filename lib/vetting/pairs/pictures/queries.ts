import type { Actor, StaffActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { readDossier } from "@/lib/cases/dossier/queries";
import { listPermissions } from "@/lib/cases/permissions/queries";
import type { Clock } from "@/lib/core/clock";
import { Refusal } from "@/lib/core/refusal";
import type { Tx } from "@/lib/db/connect";
import { desk } from "@/lib/db/desk";
import { reportPayload } from "@/lib/intake/schema";
import { openCaseKey } from "@/lib/people/queries";
import { openFromVault } from "@/lib/vault/seal";
import { listDocuments, openDocument } from "../../documents/queries";
import type { PairKey } from "../schema";
import type { BesideDocument } from "./schema";

/** Pictures of one side; the others are reached by their pages. */
const MOST = 4;

/**
 * What families sent of one of two who are compared, and, once somebody asks, each as a new picture of its first page. A picture is
 * compared with another only where its giver permitted the photograph and nobody refuses it now; what is hard to look at stays closed.
 * Null for whoever may open no report. Each look is recorded like any other.
 */
export async function listBeside(
  actor: Actor,
  side: PairKey,
  isAsked: boolean,
  clock: Clock,
): Promise<BesideDocument[] | null> {
  if (actor.kind !== "staff" || !may(actor, "report.open")) return null;
  const { reports, answers } = await desk().$transaction((tx) => reportsOf(tx, actor, side));
  const found: BesideDocument[] = [];
  for (const reportId of reports) {
    const documents = await listDocuments(actor, reportId);
    if (documents.length === 0) continue;
    const permitted =
      answers.length > 0 ? answers.every(({ granted }) => granted) : await permitsPhoto(actor, reportId);
    for (const { id, name } of documents) {
      const one = { reportId, id, name };
      if (!permitted) found.push({ ...one, picture: null, why: "not_permitted" });
      else if (!isAsked || found.length >= MOST) found.push({ ...one, picture: null, why: null });
      else found.push({ ...one, ...(await drawn(actor, one, clock)) });
    }
  }
  return found;
}

async function reportsOf(tx: Tx, staff: StaffActor, { kind, id }: PairKey) {
  if (kind === "report") return { reports: [id], answers: [] };
  const { reports } = readDossier(await openCaseKey(tx, staff, id));
  const answers = (await listPermissions(tx, id)).filter(
    ({ purpose, knownTo }) => purpose === "photo" && knownTo === null,
  );
  return { reports, answers };
}

async function permitsPhoto({ keys }: StaffActor, reportId: string): Promise<boolean> {
  const row = await desk().report.findUnique({ where: { id: reportId }, select: { sealed: true } });
  if (!row) return false;
  const { permissions } = reportPayload.parse(await openFromVault(keys, row.sealed));
  return permissions.some(({ purpose, granted }) => purpose === "photo" && granted);
}

async function drawn(
  staff: StaffActor,
  { reportId, id }: { reportId: string; id: string },
  clock: Clock,
): Promise<Pick<BesideDocument, "picture" | "why">> {
  const asked = { reportId, documentId: id, page: 1, asked: false };
  const opened = await openDocument(staff, asked, clock).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (opened === null) return { picture: null, why: "not_drawn" };
  return { picture: opened.picture, why: opened.picture === null ? "graphic" : null };
}

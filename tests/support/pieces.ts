import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import type { StaffActor } from "@/lib/auth/actor";
import { receiveDocument } from "@/lib/intake/documents/commands";
import { openWithCode } from "@/lib/intake/receipt/commands";
import { bringDocument } from "@/lib/vetting/evidence/brought/commands";
import { readDocument } from "@/lib/vetting/evidence/commands";
import { findCaseEvidence } from "@/lib/vetting/evidence/queries";
import { oneMore, twoCoordinators } from "./coordinators";
import { at, givenCase, givenReport } from "./stories";

let seconds = 0;
/** Each act a second after the one before. */
export const moment = () => new Date(at("2026-01-22T12:00:00Z")().getTime() + 1000 * seconds++);
const family = { kind: "family" } as const;

export type PieceTeam = Record<"carmen" | "vera" | "ines" | "lola" | "elena", StaffActor>;

/** A team of every role that meets evidence, and a place for files. */
export async function givenPieceTeam(): Promise<PieceTeam> {
  process.env.VIGILIA_DATA_DIR = mkdtempSync(join(tmpdir(), "pieces-"));
  const [carmen] = await twoCoordinators(moment);
  return {
    carmen,
    vera: await oneMore(carmen, "vera", "vetter", moment),
    ines: await oneMore(carmen, "ines", "intake", moment),
    lola: await oneMore(carmen, "lola", "lawyer", moment),
    elena: await oneMore(carmen, "edith", "editor", moment),
  };
}

/** A photograph of noise: no two are the same file. */
export const photo = (): Promise<Buffer> =>
  sharp(randomBytes(60 * 40 * 3), { raw: { width: 60, height: 40, channels: 3 } })
    .jpeg()
    .toBuffer();

/** A case of a family that sent one photograph with its report. */
export async function givenCaseWithFile({ ines }: Pick<PieceTeam, "ines">) {
  const { code, reportId } = await givenReport();
  const { keys } = await openWithCode(family, code, moment);
  const bytes = await photo();
  const sent = { name: "boleta.jpg", file: Readable.from([bytes]) };
  await receiveDocument(family, { lookup: keys.lookup as Uint8Array<ArrayBuffer> }, sent, moment);
  const opened = await givenCase(ines, { reportIds: [reportId], channel: "report" });
  const { unread } = await findCaseEvidence(ines, opened.reference, moment);
  return { ...opened, code, reportId, bytes, fileId: unread[0]?.id ?? "" };
}

/** What a file is, as somebody reads it. */
export const reading = (documentId: string, why: string | null = "Lleva sello y firma del tribunal.") => ({
  documentId,
  item: {
    ...{ kind: "official_document", origin: "court" },
    words: { title: "Boleta de encarcelación" },
  },
  why,
});

/** A file that the desk brought, read at once: answers its item. */
export async function givenItem(
  by: StaffActor,
  { caseId, reference }: { caseId: string; reference: string },
  why?: string | null,
): Promise<string> {
  const obtained = "Lo entregó el abogado en la sede el 21 de enero.";
  const file = Readable.from([await photo()]);
  const id = await bringDocument(by, { reference, obtained, name: "acta.jpg", file }, moment);
  return readDocument(by, caseId, reading(id, why), moment);
}

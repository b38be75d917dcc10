import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { desk } from "@/lib/db/desk";
import { bringDocument } from "@/lib/vetting/evidence/brought/commands";
import { gradeEvidence, promoteLead, readDocument } from "@/lib/vetting/evidence/commands";
import { tieEvidence, untieEvidence } from "@/lib/vetting/evidence/links/commands";
import { photo, reading } from "../pieces";
import { at } from "../stories";
import type { Act, Traced } from "./team";

const now = at("2026-01-22T12:00:00Z");

/** Everything said of a file that the desk brought to a case. */
export async function actOnPieces(
  act: Act,
  { ines, vera }: Traced,
  { caseId, reference }: { caseId: string; reference: string },
): Promise<void> {
  process.env.VIGILIA_DATA_DIR ??= mkdtempSync(join(tmpdir(), "pieces-"));
  const why = "Coincide con lo que dijo el tribunal.";
  const bytes = await photo();
  const bring = () => {
    const given = { reference, obtained: "Del abogado.", name: "acta.jpg", file: Readable.from([bytes]) };
    return bringDocument(ines, given, now);
  };
  const file = await act("document.brought", bring);
  const item = await readDocument(ines, caseId, reading(file, null), now);
  await act("evidence.promoted", () => promoteLead(vera, item, why, now));
  const grade = { reliability: "reliable", credibility: "likely", why } as const;
  await act("evidence.graded", () => gradeEvidence(vera, item, grade, now));
  const { id: factId } = await desk().fact.findFirstOrThrow({
    where: { caseId, track: { not: "vetting" }, knownTo: null },
    select: { id: true },
  });
  const tie = await act("evidence.tied", () =>
    tieEvidence(ines, item, { factId, relation: "supports", why }, now),
  );
  await act("evidence.untied", () => untieEvidence(ines, tie, why, now));
}

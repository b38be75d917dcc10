import { Readable } from "node:stream";
import sharp from "sharp";
import { wallClock } from "@/lib/core/clock";
import { desk } from "@/lib/db/desk";
import { withdrawEvidence } from "@/lib/evidence/commands";
import { bringDocument } from "@/lib/vetting/evidence/brought/commands";
import { gradeEvidence, readDocument } from "@/lib/vetting/evidence/commands";
import { tieEvidence, untieEvidence } from "@/lib/vetting/evidence/links/commands";
import type { Team } from "./case";
import type { Words } from "./words";

const paper = { width: 120, height: 90, channels: 3 as const, background: "#f2f0ea" };

/** Files brought to a case, with everything that can be written of them: one read, graded and tied, one read and withdrawn, one unread. */
export async function hostilePieces(
  { vera, ines }: Pick<Team, "vera" | "ines">,
  words: Words,
  { caseId, reference }: { caseId: string; reference: string },
): Promise<void> {
  const why = (of: string) => words.of(of, { most: 2000, least: 3 });
  const bytes = await sharp({ create: paper }).jpeg().toBuffer();
  const bring = () =>
    bringDocument(
      ines,
      { reference, obtained: why("piece.obtained"), name: "acta.jpg", file: Readable.from([bytes]) },
      wallClock,
    );
  const read = async () =>
    readDocument(
      vera,
      caseId,
      {
        documentId: await bring(),
        item: {
          kind: "official_document",
          origin: `court:${words.of("evidence.origin", { most: 60 })}`.slice(0, 80),
          words: {
            title: words.of("evidence.title", { most: 200 }),
            quotation: words.of("evidence.quotation.read", { most: 4000 }),
            place: words.of("evidence.place.read", { most: 500 }),
          },
        },
        why: why("piece.why"),
      },
      wallClock,
    );
  const item = await read();
  await gradeEvidence(
    vera,
    item,
    { reliability: "doubtful", credibility: "possible", why: why("piece.weighed") },
    wallClock,
  );
  const fact = await desk().fact.findFirst({
    where: { caseId, track: "custody", knownTo: null },
    select: { id: true },
  });
  const tie = () =>
    tieEvidence(
      vera,
      item,
      { factId: fact?.id ?? "", relation: "supports", why: why("piece.tied") },
      wallClock,
    );
  await untieEvidence(vera, await tie(), why("piece.untied"), wallClock);
  await tie();
  await withdrawEvidence(vera, await read(), why("evidence.why"), wallClock);
  await bring();
}

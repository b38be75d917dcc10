import { wallClock } from "@/lib/core/clock";
import { takeOriginal } from "@/lib/vetting/documents/commands";
import { listDocuments } from "@/lib/vetting/documents/queries";
import type { Team } from "./case";
import type { PlainWords } from "./plain";
import type { Words } from "./words";

/** The file of a report's document, taken with a reason that then stands in its custody. */
export async function hostileOriginal(
  { carmen }: Pick<Team, "carmen">,
  words: Words | PlainWords,
  reportId: string,
): Promise<void> {
  const [document] = await listDocuments(carmen, reportId);
  if (!document) return;
  for (let turn = 0; turn < words.many(3); turn++) {
    const why = words.of("original.why", { most: 900, least: 10 });
    await takeOriginal(carmen, { reportId, documentId: document.id, why }, wallClock);
  }
}

import { openUnder } from "@/lib/vault/seal";
import { type Dossier, dossier } from "./schema";

/** Where a case's sealed part is bound to. */
export const dossierContext = (caseId: string): string => `cases|dossier|${caseId}`;

/** The sealed part of a case that `lockCase` or `openCaseKey` opened; an imported case has none and reads as empty. */
export function readDossier(opened: {
  caseId: string;
  dossier: Uint8Array | null;
  key: Uint8Array;
}): Dossier {
  if (opened.dossier === null) return { channel: "other", reports: [], holders: [] };
  return dossier.parse(openUnder(opened.key, opened.dossier, dossierContext(opened.caseId)));
}

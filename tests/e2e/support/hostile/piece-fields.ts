/** What somebody writes of the evidence of a case, by the shape that takes it. */
export const PIECE_FIELDS: Record<string, Record<string, string>> = {
  "evidence/documents/schema.ts": { obtained: "piece.obtained" },
  "evidence/links/schema.ts": { tieReason: "piece.tied", why: "piece.tied" },
  "evidence/weighing/schema.ts": { weighingReason: "piece.weighed", why: "piece.weighed" },
  "vetting/evidence/schema.ts": {
    obtainedWords: "piece.obtained",
    originName: "evidence.origin",
    place: "evidence.place",
    quotation: "evidence.quotation",
    title: "evidence.title",
    why: "piece.why",
  },
};

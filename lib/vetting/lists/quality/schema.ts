import { contradictions, type GapKind, gapKinds } from "@/lib/cases/marks/schema";

/** The kinds of the quality list: what contradicts itself first, then what is missing. */
export const qualityKinds: readonly GapKind[] = [
  ...contradictions,
  ...gapKinds.filter((kind) => !contradictions.includes(kind)),
];

/** A case that lacks something or contradicts itself. */
export interface QualityRow {
  reference: string;
  name: string | null;
  /** Everything it lacks, the kind asked for among it. */
  gaps: GapKind[];
}

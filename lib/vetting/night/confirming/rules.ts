import type { z } from "zod";
import { writtenEarliest, writtenLatest } from "@/lib/cases/exchange/exporting/rules";
import type { WrittenFact } from "@/lib/cases/facts/schema";
import type { Source } from "@/lib/evidence/schema";
import type { preciseKind } from "../schema";

interface Recorded {
  episode: number | null;
  earliest: Date | null;
  earliestByDay: boolean;
  latest: Date | null;
  latestByDay: boolean;
  entity: string | null;
  facility: string | null;
}

/** The fact a release turns out to be, from the same moment on: another kind of release, or house arrest, which is held (R2). */
export function correctionOf(
  fact: Recorded,
  kind: z.infer<typeof preciseKind>,
  sources: readonly Source[],
): WrittenFact {
  return {
    track: "custody",
    state: kind,
    episode: fact.episode ?? 1,
    effective: {
      earliest: writtenEarliest({ at: fact.earliest, byDay: fact.earliestByDay }),
      latest: writtenLatest({ at: fact.latest, byDay: fact.latestByDay }),
    },
    entity: fact.entity,
    facility: kind === "house_arrest" ? "DOMICILIO" : fact.facility,
    sources: sources.map((source) => ({ ...source })),
  };
}

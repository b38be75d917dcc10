import { isFamilySource, isPublicSource, provesDisappearance } from "@/lib/vocabularies/rules";
import { foldOrigin, type Source } from "./schema";

/**
 * The one origin a source is counted under. A relative, the person and the family's lawyer are one; the press quoting the mother is
 * written with origin `family` and is the family. For a disappeared person a denial log or a habeas corpus stands by itself.
 */
export function originOf(source: Source, disappeared: boolean): string {
  const origin = foldOrigin(source.origin);
  if (disappeared && provesDisappearance(source.kind)) {
    return origin === "family" ? source.kind : origin;
  }
  const ofTheFamily = isFamilySource(source.kind) || origin.split(":")[0] === "family";
  return ofTheFamily ? "family" : origin;
}

/** The different origins behind a set of sources, in order of first appearance. */
export function originsOf(sources: Source[], disappeared: boolean): string[] {
  return [...new Set(sources.map((source) => originOf(source, disappeared)))];
}

export type OriginShortfall = "one_origin_only" | "no_source_outside_family";

/** Why a set of sources does not carry a verdict: two different origins are needed, one of them not of the family. */
export function originShortfall(sources: Source[], disappeared: boolean): OriginShortfall | null {
  const origins = originsOf(sources, disappeared);
  if (origins.every((origin) => origin === "family")) return "no_source_outside_family";
  return origins.length < 2 ? "one_origin_only" : null;
}

/** How many independent origins stand behind a set, and which kinds a public page may name; never "relative" or "co-detainee". */
export function publicSources(sources: Source[]): { count: number; kinds: string[] } {
  const kinds = sources.map((source) => source.kind).filter((kind) => isPublicSource(kind));
  return { count: originsOf(sources, false).length, kinds: [...new Set(kinds)].sort() };
}

import type { Locale } from "@/lib/i18n/locales";
import { forces } from "./forces/schema";
import { measureBases, measureEnds, measures } from "./law/measures/schema";
import {
  charges,
  counselKinds,
  courtKinds,
  courtSpecialties,
  hearingModes,
  jurisdictions,
} from "./law/schema";
import {
  ageGroups,
  arrestContexts,
  civilMilitary,
  documentKinds,
  nationalities,
  purposes,
  sectors,
  sexes,
} from "./people/schema";
import { entities } from "./places/entities/schema";
import { facilities, facilityKinds } from "./places/facilities/schema";
import type { Term } from "./schema";
import { contentCredibilities, sourceKinds, sourceReliabilities, sourceTerms } from "./sources/schema";
import {
  custodyStates,
  processStates,
  releaseKinds,
  remedyResults,
  remedyStates,
  vettingStates,
  whereabouts,
} from "./states/schema";
import {
  agents,
  confidences,
  exclusions,
  findingResults,
  foroPenalCategories,
  paceFindings,
  pendingReasons,
  wgadCategories,
} from "./vetting/schema";

const all = {
  entity: entities,
  facility: facilities,
  facility_kind: facilityKinds,
  force: forces,
  charge: charges,
  court_kind: courtKinds,
  court_specialty: courtSpecialties,
  jurisdiction: jurisdictions,
  counsel_kind: counselKinds,
  hearing_mode: hearingModes,
  measure: measures,
  measure_basis: measureBases,
  measure_end: measureEnds,
  source_kind: sourceKinds,
  source_reliability: sourceReliabilities,
  content_credibility: contentCredibilities,
  custody_state: custodyStates,
  vetting_state: vettingStates,
  process_state: processStates,
  remedy_state: remedyStates,
  remedy_result: remedyResults,
  whereabouts,
  release_kind: releaseKinds,
  sex: sexes,
  nationality: nationalities,
  civil_military: civilMilitary,
  age_group: ageGroups,
  document_kind: documentKinds,
  sector: sectors,
  arrest_context: arrestContexts,
  purpose: purposes,
  pace_finding: paceFindings,
  finding_result: findingResults,
  wgad_category: wgadCategories,
  foro_penal_category: foroPenalCategories,
  exclusion: exclusions,
  agent: agents,
  confidence: confidences,
  pending_reason: pendingReasons,
} as const;

export type ListName = keyof typeof all;
/** Every list by its name, as the registry keeps them in `terms`. */
export const vocabularies: Readonly<Record<ListName, readonly Term[]>> = all;

/** The term of a code, or null when the list has no such code. */
export function findTerm(list: ListName, code: string): Term | null {
  return vocabularies[list].find((term) => term.code === code) ?? null;
}

/** What a code is called in a language. A code outside the list (kept as text from an import) reads as itself. */
export function label(list: ListName, code: string, locale: Locale): string {
  const term = findTerm(list, code);
  return term ? term[locale] : code;
}

/** A list as choices for a form, in its own order. */
export function choices(list: ListName, locale: Locale): { value: string; label: string; hint?: string }[] {
  return vocabularies[list].map((term) => {
    const hint = locale === "en" ? term.hintEn : term.hintEs;
    return { value: term.code, label: term[locale], ...(hint && { hint }) };
  });
}

/** R2: a held custody state. An unknown word is never taken for held. */
export const isHeldState = (state: string): boolean => findTerm("custody_state", state)?.kind === "held";

/** A relative, the person and the family's lawyer are one origin. */
export const isFamilySource = (kind: string): boolean =>
  sourceTerms.some((term) => term.code === kind && term.familyOrigin === true);

/** A kind that a public page may name; others are only counted. */
export const isPublicSource = (kind: string): boolean =>
  sourceTerms.some((term) => term.code === kind && term.public === true);

/** What stands as the second origin when a person is disappeared. */
export const provesDisappearance = (kind: string): boolean =>
  sourceTerms.some((term) => term.code === kind && term.provesDisappearance === true);

import type { Source } from "@/lib/evidence/schema";
import { findTerm } from "@/lib/vocabularies/rules";
import type { WrittenCase } from "../../../schema";
import type { Days } from "../../dates/rules";
import type { Column } from "../../schema";
import { codeOf, entityOf, facilityOf, fold, saysNothing } from "../../words/rules";
import { datesIn, offered, termIn, termsIn } from "../cells/rules";
import type { Reading } from "../schema";

type Fact = NonNullable<WrittenCase["facts"]>[number];
/** The facts of a row, and for each the column to name when it contradicts another. */
export interface RowFacts {
  facts: Fact[];
  columns: Column[];
}

const open: Days = { earliest: null, latest: null };

/**
 * What happened, as a row tells it: detained; held now otherwise or elsewhere, where it says so; out; acts of the process; measures; and that
 * the case waits for evaluation, which is the only word on vetting an import may bring.
 */
export function factsIn(reading: Reading, detained: Days | null, sources: Source[]): RowFacts {
  const told: RowFacts = { facts: [], columns: [] };
  const add = (column: Column, fact: Fact) => {
    told.facts.push(fact);
    told.columns.push(column);
  };
  const begun = detained ?? open;
  const since = (days: Days | null): Days => days ?? { earliest: begun.earliest, latest: null };
  const common = { episode: 1, sources };
  for (const fact of heldIn(reading, begun)) add(fact.column, { track: "custody", ...common, ...fact.fact });

  const release = releaseIn(reading);
  if (release) {
    beforeIsWrong(reading, "fecha de excarcelación", release.days, begun, "release_before");
    add("fecha de excarcelación", {
      track: "custody",
      ...common,
      state: release.state,
      effective: since(release.days),
    });
  }
  const acted = datesIn(reading, "fecha de la situación procesal");
  const acts = termsIn(reading, "situación procesal");
  const jurisdiction = termIn(reading, "jurisdicción");
  if (acts.length === 0 && acted) reading.refuse("fecha de la situación procesal", "date_alone");
  if (acts.length === 0 && jurisdiction) reading.refuse("jurisdicción", "jurisdiction_alone");
  beforeIsWrong(reading, "fecha de la situación procesal", acted, begun, "before_detention");
  for (const state of acts) {
    add("situación procesal", {
      track: "process",
      ...common,
      state,
      jurisdiction,
      effective: since(acted),
    });
  }
  for (const fact of measuresIn(reading, release?.state ?? null)) {
    add("medidas", { track: "measure", ...common, ...fact, effective: since(release?.days ?? null) });
  }
  add("clave", { track: "vetting", state: "pending_evaluation", episode: 1, sources: [] });
  return told;
}

/** The detention itself, and a second held fact where the row says that the person is held otherwise, or in another state, than when taken. */
function heldIn(reading: Reading, detained: Days): { column: Column; fact: Fact }[] {
  const { refuse } = reading;
  const forces = termsIn(reading, "cuerpos que la detuvieron");
  const taken = entityIn(reading, "estado donde fue detenida");
  const held = siteIn(reading);
  const standing = termIn(reading, "situación");
  const when = datesIn(reading, "fecha de la situación");
  if (standing === null && when) refuse("fecha de la situación", "date_alone");
  beforeIsWrong(reading, "fecha de la situación", when, detained, "before_detention");
  const whereabouts = whereaboutsIn(reading, standing);
  const elsewhere = held.entity !== null && held.entity !== taken;
  const later = (standing !== null && standing !== "apprehended") || when !== null || elsewhere;
  const place = { facility: held.facility, whereabouts };
  const first = { state: "apprehended", episode: 1, effective: detained, entity: taken, forces };
  if (!later) return [{ column: "fecha de detención", fact: { ...first, ...place } }];
  const second = {
    state: standing ?? "apprehended",
    episode: 1,
    effective: when ?? { earliest: detained.earliest, latest: null },
    entity: held.entity,
    ...place,
  };
  return [
    { column: "fecha de detención", fact: first },
    { column: "fecha de la situación", fact: second },
  ];
}

/** Whether the whole of one span lies before the other begins: then the row contradicts itself. */
function beforeIsWrong(
  reading: Reading,
  column: Column,
  days: Days | null,
  begun: Days,
  code: "before_detention" | "release_before",
) {
  if (days?.latest && begun.earliest && days.latest < begun.earliest) reading.refuse(column, code);
}

/** A federal entity. "Caracas" lies in two of them and is refused rather than guessed. */
function entityIn(
  { row, refuse }: Reading,
  column: "estado donde fue detenida" | "estado del lugar",
): string | null {
  const cell = row[column];
  const entity = entityOf(cell);
  if (entity !== null || saysNothing(cell)) return entity;
  if (/\bcaracas\b/.test(fold(cell))) refuse(column, "caracas");
  else refuse(column, "not_in_list", { cell: cell.slice(0, 30), list: offered("entity") });
  return null;
}

/** Where the person is held: a site of the vocabulary, which says its own state, or words that stay sealed with the case. */
function siteIn(reading: Reading): { facility: string | null; entity: string | null } {
  const { row, refuse, notice } = reading;
  const entity = entityIn(reading, "estado del lugar");
  if (codeOf("facility", row.lugar) === null && saysNothing(row.lugar)) return { facility: null, entity };
  const facility = facilityOf(row.lugar);
  if (facility === null) {
    notice("lugar", "site_kept_as_words");
    return { facility, entity };
  }
  const its = findTerm("facility", facility)?.entity ?? null;
  if (its !== null && entity !== null && its !== entity) refuse("estado del lugar", "facility_elsewhere");
  return { facility, entity: its ?? entity };
}

/** "Desconocido" alone is refused: it may mean that nobody tells the family, which counts, or that the sheet does not say. */
function whereaboutsIn(reading: Reading, standing: string | null) {
  if (
    ["desconocido", "desconocida", "no se sabe", "se desconoce", "no se conoce"].includes(
      fold(reading.row.paradero),
    )
  ) {
    reading.refuse("paradero", "whereabouts_unclear");
    return null;
  }
  const whereabouts = termIn(reading, "paradero");
  const hidden = whereabouts === "denied" || whereabouts === "not_told_to_family";
  const concealed = standing === "whereabouts_concealed";
  const placed = standing !== null && !concealed && standing !== "apprehended";
  if ((concealed && whereabouts === "known") || (placed && hidden)) {
    reading.refuse("paradero", "standing_without_whereabouts");
  }
  return whereabouts;
}

/** An exit that is not a death, which is written at the desk once the family knows, nor house arrest, which is none. */
function releaseIn(reading: Reading): { state: string; days: Days | null } | null {
  const { row, refuse, notice } = reading;
  const kind = fold(row["tipo de excarcelación"]);
  const days = datesIn(reading, "fecha de excarcelación");
  if (/\b(murio|muerte|fallecio|fallecido|fallecida|muerto|muerta)\b/.test(kind)) {
    refuse("tipo de excarcelación", "release_death");
    return null;
  }
  if (/domiciliari[ao]|casa por carcel/.test(kind)) {
    refuse("tipo de excarcelación", "release_house_arrest");
    return null;
  }
  if (codeOf("release", kind) === null && saysNothing(kind)) {
    if (!days) return null;
    notice("tipo de excarcelación", "release_unspecified");
    return { state: "released_unspecified", days };
  }
  const state = termIn(reading, "tipo de excarcelación");
  return state === null ? null : { state, days };
}

/** Measures a person was left under. House arrest is a state of custody and full freedom has none. */
function measuresIn(reading: Reading, release: string | null) {
  const { refuse } = reading;
  const codes = termsIn(reading, "medidas");
  const basis = termIn(reading, "base de las medidas");
  if (codes.length === 0 && basis) refuse("base de las medidas", "basis_alone");
  if (codes.includes("VE242.1")) refuse("medidas", "measure_house_arrest");
  else if (codes.length > 0 && release === "released_full") refuse("medidas", "measures_of_the_free");
  return codes.map((state) => ({ state, basis }));
}

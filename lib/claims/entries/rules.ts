import { type Claim, partNames } from "../schema";
import type { TypedFigure } from "./schema";

/** A figure of the ledger as somebody would type it, to enter it again. */
export function typedOf(claim: Claim): TypedFigure {
  const parts = Object.fromEntries(partNames.map((name) => [name, written(claim.parts[name])]));
  return {
    ...(parts as Record<(typeof partNames)[number], string>),
    stated_on: written(claim.statedOn),
    stated_at_local: written(claim.statedAtLocal),
    as_of: written(claim.asOf),
    claimant: claim.claimant,
    claimant_kind: claim.claimantKind,
    measure: claim.measure,
    period_start: written(claim.periodStart),
    period_end: written(claim.periodEnd),
    value: written(claim.value),
    qualifier: claim.qualifier,
    population: claim.population,
    source_title: claim.source.title,
    source_outlet: claim.source.outlet,
    source_url: claim.source.url,
    source_published_on: written(claim.source.publishedOn),
    quote: claim.quote,
    note: claim.note,
    kind: claim.kind,
    stage: claim.stage,
    release_scope: written(claim.releaseScope),
    start_precision: written(claim.startPrecision),
    end_precision: written(claim.endPrecision),
    names_published: claim.namesPublished,
    unit: claim.unit,
    house_arrest_counted: claim.houseArrestCounted,
    relations: claim.relations.map(({ relation, target }) => ({ relation, target })),
    conflict: [...claim.conflicts],
  };
}

const written = (value: string | number | null | undefined): string => (value == null ? "" : String(value));

const short: Record<string, string> = {
  released_in_period: "rel",
  held_now: "held",
  detained_in_period: "det",
  restricted_now: "restr",
  pending_review: "review",
  deaths_in_custody_in_period: "deaths",
  newly_reported_in_period: "new",
  whereabouts_unknown: "whereabouts",
};

/** The name under which a new figure is kept for good and shown in addresses: who, what, for which day, and a number where that is taken. */
export function nameFor(
  { claimant, measure, as_of, period_end, stated_on }: TypedFigure,
  taken: ReadonlySet<string>,
): string {
  const day = (as_of || period_end || stated_on || "undated").slice(0, 10);
  const name = `${claimant.slice(0, 50)}-${short[measure] ?? "figure"}-${day}`;
  for (let turn = 2; ; turn++) {
    const tried = turn === 2 ? name : `${name}-${turn - 1}`;
    if (!taken.has(tried)) return tried;
  }
}

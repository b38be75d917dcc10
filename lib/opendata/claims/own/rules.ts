import type { BalanceContent } from "@/lib/balances/schema";
import { endOf, startOf } from "@/lib/claims/compare/rules";
import { THIS_REGISTRY } from "@/lib/claims/sentences/words/rules";
import { endOfDay } from "@/lib/core/clock";
import type { PublishedClaim } from "../schema";

type Content = Pick<BalanceContent, "claims" | "series" | "slug" | "at">;
export interface OwnSource {
  slug: string;
  content: Content;
}

/** Whether a figure is this registry's own, made from a balance to be set beside another. */
export const isOwn = (claim: Pick<PublishedClaim, "claimant">): boolean => claim.claimant === THIS_REGISTRY;

/**
 * What a signed balance says of exactly what a figure is about, in the ledger's own shape, so that the one rule that sets two figures
 * beside each other (R9) judges ours as well and subtracts it no sooner. Null where that balance has no number for the same thing and
 * the same days: nothing is estimated, and no other window is put in its place.
 */
export function ownFigure(balance: OwnSource | null, claim: PublishedClaim): PublishedClaim | null {
  if (!balance) return null;
  return claim.measure === "held_now" ? ownStock(balance, claim) : ownFlow(balance, claim);
}

function ownStock({ slug, content }: OwnSource, claim: PublishedClaim): PublishedClaim | null {
  const { date } = endOf(claim);
  if (!claim.asOf || !date) return null;
  const close = endOfDay(date).getTime();
  const point = content.series.find(({ at }) => Date.parse(at) === close);
  if (!point || point.published === null) return null;
  return own(slug, claim, {
    value: point.published,
    kind: "stock",
    asOf: date,
    unit: "persons",
    houseArrestCounted: "in",
    onDate: date,
  });
}

function ownFlow({ slug, content }: OwnSource, claim: PublishedClaim): PublishedClaim | null {
  const [from, to] = [startOf(claim).date, endOf(claim).date];
  if (!from || !to || !isWhole(claim.startPrecision) || !isWhole(claim.endPrecision)) return null;
  const window = content.claims.find((one) => one.from === from && one.to === to);
  if (!window) return null;
  const days = {
    kind: "flow",
    periodStart: from,
    periodEnd: to,
    startPrecision: "day",
    endPrecision: "day",
    onDate: to,
  } as const;
  const { releases, detentions, deaths } = window.flows;
  if (claim.measure === "deaths_in_custody_in_period") {
    return own(slug, claim, { ...days, value: deaths, unit: "persons", houseArrestCounted: "in" });
  }
  if (claim.measure === "detained_in_period") {
    return own(slug, claim, { ...days, value: detentions, unit: "events", houseArrestCounted: "in" });
  }
  if (claim.measure !== "released_in_period") return null;
  const shared = { ...days, houseArrestCounted: "out" } as const;
  if (claim.releaseScope === "full_freedom" || claim.releaseScope === "with_measures") {
    const value = claim.releaseScope === "full_freedom" ? releases.full : releases.withMeasures;
    return own(slug, claim, { ...shared, value, unit: "events", releaseScope: claim.releaseScope });
  }
  const persons = claim.unit === "persons";
  return own(slug, claim, {
    ...shared,
    value: persons ? releases.persons : releases.events,
    unit: persons ? "persons" : "events",
    releaseScope: "any_exit",
  });
}

const isWhole = (precision: PublishedClaim["startPrecision"]): boolean =>
  precision === "day" || precision === "exact";

function own(slug: string, { measure }: PublishedClaim, what: Partial<PublishedClaim>): PublishedClaim {
  return {
    id: `${THIS_REGISTRY}-${slug}`,
    statedOn: slug.slice(0, 10),
    statedAtLocal: null,
    asOf: null,
    claimant: THIS_REGISTRY,
    claimantKind: "ngo",
    measure,
    periodStart: null,
    periodEnd: null,
    value: null,
    qualifier: "exact",
    population: "political_prisoners",
    parts: {},
    source: { title: "", outlet: slug, url: "", publishedOn: null },
    quote: "",
    note: "",
    kind: "flow",
    stage: "verified",
    releaseScope: null,
    startPrecision: null,
    endPrecision: null,
    namesPublished: "some",
    unit: "events",
    houseArrestCounted: "in",
    relations: [],
    conflicts: [],
    flags: [],
    onDate: null,
    replacedBy: null,
    beside: [],
    ...what,
  };
}

/** Why there is no figure of ours: what is asked is never counted, lies outside coverage in whole or part, is not dated to the day, or was not published. */
export type Absence = "nothing" | "outside" | "partly" | "inexact" | "notYet";

export function whyAbsent(
  coverage: { since: string; until: string | null } | null,
  claim: PublishedClaim,
): Absence {
  const stock = claim.kind === "stock";
  const [start, end] = [stock ? endOf(claim) : startOf(claim), endOf(claim)];
  const [from, to] = [start.date ?? end.date, end.date ?? start.date];
  if (!coverage || !from || !to) return "outside";
  const until = coverage.until ?? "9999-12-31";
  if (to < coverage.since || from > until) return "outside";
  if (!counted.has(claim.measure)) return "nothing";
  if (from < coverage.since || to > until) return "partly";
  const exact = stock ? claim.asOf !== null : isWhole(claim.startPrecision) && isWhole(claim.endPrecision);
  return exact ? "notYet" : "inexact";
}

const counted = new Set<PublishedClaim["measure"]>([
  "held_now",
  "released_in_period",
  "detained_in_period",
  "deaths_in_custody_in_period",
]);

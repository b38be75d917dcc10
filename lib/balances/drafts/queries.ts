import { z } from "zod";
import { endOfDay, startOfDay } from "@/lib/core/clock";
import type { Tx } from "@/lib/db/connect";
import { flowsOf, windowBetween } from "@/lib/tallies/flows/queries";
import type { Freshness } from "@/lib/tallies/freshness/schema";
import { learnedAbout } from "@/lib/tallies/learned/queries";
import { series, tally } from "@/lib/tallies/queries";
import type { Tally } from "@/lib/tallies/schema";
import { countCells, countMovedByPermission } from "../cells/queries";
import { assembleCells } from "../cells/rules";
import { type ExactSide, exactSide } from "../cells/schema";
import { RULE } from "../disclosure/rules";
import type { ExactCells, Floors, Offsets } from "../disclosure/schema";
import { addLearned, nothingLearned } from "../learned/rules";
import { type PublishedMoment, seriesMoments } from "../rules";
import {
  type ClaimWindow,
  printedFlows,
  printedReconciliation,
  type SeriesPoint,
  saidFigure,
  seriesPoint,
} from "../schema";

/** Every publication moment so far, newest first. Read without its content: there may be years of them. */
export const listMoments = (tx: Tx): Promise<PublishedMoment[]> =>
  tx.$queryRaw<PublishedMoment[]>`
    SELECT slug, kind, at, known, (content #>> '{held,total}')::int AS total
    FROM publication.balances ORDER BY published_at DESC, id DESC`;

/** The private side of a published balance: what the next decision on disclosure looks back at, and when it was counted. */
export async function findPrivateSide(
  tx: Tx,
  slug: string,
): Promise<{ exact: ExactSide; draftedAt: Date } | null> {
  const published = await tx.publishedBalance.findUnique({ where: { slug }, select: { id: true } });
  if (!published) return null;
  const draft = await tx.balanceDraft.findUnique({
    where: { id: published.id },
    select: { exact: true, draftedAt: true },
  });
  return draft && { exact: exactSide.parse(draft.exact), draftedAt: draft.draftedAt };
}

/** The tally and the cells of one moment, counted apart and never disagreeing. */
export async function readCells(
  tx: Tx,
  moment: { at: Date; known: Date },
  before: { at: Date; known: Date } | null,
  printAge: boolean,
  fresh: Freshness,
): Promise<{ tally: Tally; cells: ExactCells }> {
  const exact = await tally(tx, moment.at, moment.known);
  const cells = assembleCells(await countCells(tx, moment.at, moment.known), {
    moved: before ? await countMovedByPermission(tx, before, moment) : [],
    printAge,
    confirmed: confirmedLately(fresh),
    restricted: exact.restricted.total,
    shortDetentions: exact.shortDetentions,
    pending: exact.pending.total,
  });
  return { tally: exact, cells };
}

/** Those confirmed within the shorter of the method's spans: the share a balance publishes. */
function confirmedLately({ within }: Freshness): ExactCells["confirmed"] {
  const [shortest] = [...within].sort((a, b) => a.days - b.days);
  return shortest && { days: shortest.days, held: shortest.confirmed };
}

/**
 * What happened between two publication moments, each as known then. It opens with what was published: whoever an import since then
 * says was known already was not counted here, and registers late. `unseen`: how many such there are, less whom that count had and
 * nobody has now.
 */
export async function readChange(tx: Tx, before: PublishedMoment, moment: { at: Date; known: Date }) {
  const { flows, reconciliation } = await windowBetween(tx, before.at, moment.at, before.known, moment.known);
  const { terms } = reconciliation;
  const unseen = reconciliation.opening - before.total;
  const imported = Math.max(0, unseen);
  const change = {
    from: { slug: before.slug, at: before.at.toISOString(), known: before.known.toISOString() },
    flows: printedFlows.parse({ ...flows, lateRegistrations: flows.lateRegistrations + imported }),
    reconciliation: printedReconciliation.parse({
      ...reconciliation,
      opening: before.total,
      terms: {
        ...terms,
        lateRegistrations: terms.lateRegistrations + imported,
        corrections: terms.corrections + unseen - imported,
      },
    }),
  };
  return { change, unseen };
}

/** The weekly cut-offs as published then and as known now. */
export async function readSeries(
  tx: Tx,
  published: PublishedMoment[],
  current: { slug: string; weekly: boolean; at: Date; known: Date; total: number },
  since: string,
): Promise<SeriesPoint[]> {
  const weekly = published.filter((moment) => moment.kind === "weekly");
  const told = new Map(weekly.map(({ slug, at, total }) => [at.toISOString(), { slug, total }]));
  if (current.weekly) told.set(current.at.toISOString(), { slug: current.slug, total: current.total });
  const moments = seriesMoments(
    [...told.keys()].map((at) => new Date(at)),
    since,
  );
  const restated = await series(tx, moments, current.known);
  const learnedOf = await readLearned(tx, published[0], current.known);
  return restated.map(({ at, held }) => {
    const then = told.get(at);
    const point = { slug: then?.slug ?? null, at, published: then?.total ?? null, restated: held };
    if (!then) return point;
    const learned = learnedOf(at, held);
    return { ...point, ...(learned && { learned }) };
  });
}

/** What is known by now to have been learned of each cut-off since it was published, given how many it counts now. */
async function readLearned(tx: Tx, before: PublishedMoment | undefined, known: Date) {
  const row =
    before &&
    (await tx.publishedBalance.findUnique({ where: { slug: before.slug }, select: { content: true } }));
  const points = z
    .object({ series: z.array(seriesPoint) })
    .parse(row?.content ?? { series: [] })
    .series.filter(({ published }) => published !== null);
  const moments = points.map(({ at }) => new Date(at));
  const learned = before ? await learnedAbout(tx, moments, before.known, known) : [];
  const earlier = new Map(
    points.map((point, place) => [new Date(point.at).toISOString(), { point, learned: learned[place] }]),
  );
  return (at: string, held: number) => {
    const one = earlier.get(at);
    return one ? addLearned(one.point, one.learned, held) : nothingLearned;
  };
}

/** For every claim with an exact window inside coverage, the national flow of the same whole days, as known now. */
export async function readClaimWindows(
  tx: Tx,
  coverage: { since: string; until: string | null },
  moment: { at: Date; known: Date },
): Promise<ClaimWindow[]> {
  const claims = await tx.claim.findMany({
    where: {
      withdrawalId: null,
      startPrecision: { in: wholeDays },
      endPrecision: { in: wholeDays },
      periodStart: { gte: coverage.since },
      ...(coverage.until ? { periodEnd: { lte: coverage.until } } : {}),
    },
    select: { id: true, periodStart: true, periodEnd: true, ...saidColumns },
    orderBy: { id: "asc" },
  });
  const inside = claims.flatMap(({ id, periodStart, periodEnd, sourceOutlet, ...said }) => {
    const [from, to] = [periodStart?.slice(0, 10), periodEnd?.slice(0, 10)];
    if (!from || !to || !z.iso.date().safeParse(from).success || !z.iso.date().safeParse(to).success)
      return [];
    const span = { a: startOfDay(from), b: endOfDay(to) };
    if (span.a >= span.b || span.b > moment.at) return [];
    return [
      { window: { claimId: id, from, to, said: saidFigure.parse({ ...said, outlet: sourceOutlet }) }, span },
    ];
  });
  const counted = await flowsOf(
    tx,
    inside.map(({ span }) => span),
    moment.known,
  );
  return inside.map(({ window }, index) => ({ ...window, flows: printedFlows.parse(counted[index]) }));
}

/** Bounds known to the day or better; a month or a date put in for vaguer words is not a window. */
const wholeDays = ["day", "exact"];

/** Never the quote, the note or the address: others' words may bear names, and nothing frozen does. */
const saidColumns = {
  claimant: true,
  kind: true,
  measure: true,
  stage: true,
  population: true,
  value: true,
  qualifier: true,
  unit: true,
  statedOn: true,
  sourceOutlet: true,
} as const;

/**
 * Under which drawing shortfalls are in force: those of the rule, and a new one after each balance in which everybody had a public
 * page, because exact cells beside "at least" ones would tell the old.
 */
export async function findDrawing(tx: Tx): Promise<string> {
  const rows = await tx.$queryRaw`
    SELECT count(*)::int AS exact FROM publication.balances WHERE content #>> '{disclosure,cells}' = 'exact'`;
  return `${RULE}/${z.tuple([z.object({ exact: z.int() })]).parse(rows)[0].exact}`;
}

/** The shortfalls of one drawing, by cell. */
export async function readOffsets(tx: Tx, drawing: string): Promise<Offsets> {
  const rows = await tx.disclosureOffset.findMany({
    where: { cell: { startsWith: `${drawing} ` } },
    select: { cell: true, value: true },
  });
  return Object.fromEntries(rows.map(({ cell, value }) => [cell.slice(drawing.length + 1), value]));
}

/** The floors of places in force: those of the last published balance. */
export const floorsOf = (side: { exact: ExactSide } | null): Floors => side?.exact.floors ?? {};

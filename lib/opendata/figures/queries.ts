import { z } from "zod";
import { balanceContent } from "@/lib/balances/schema";
import { open } from "@/lib/db/open";
import { latestBalance, type PublishedBalance } from "../balances/queries";
import { ledgerAtBalance } from "../claims/moment/queries";
import { listClaims } from "../claims/queries";
import { authorities } from "../claims/schema";
import { findTally } from "../tallies/queries";
import { type PlaceMoment, placeCell } from "./places/schema";
import { figureOf, type SourceMoment } from "./rules";
import type { Figure, FigureName, FigureQuery } from "./schema";
import { seriesOf } from "./series/rules";
import type { SeriesOfBalance } from "./series/schema";

const EVERYTHING = 20_000;

const moment = balanceContent
  .pick({ held: true, disclosure: true, confirmed: true, restricted: true, shortDetentions: true })
  .extend(balanceContent.pick({ pending: true, change: true, kind: true, slug: true, method: true }).shape)
  .extend({ at: z.date(), confirmed: balanceContent.shape.confirmed.nullable() });

/** Every publication moment up to one, oldest first: what the history of a figure is read from, and none of the tables. */
async function listMoments({ id, publishedAt }: PublishedBalance): Promise<SourceMoment[]> {
  const rows = await open().$queryRaw<unknown[]>`
    SELECT b.slug, b.kind, b.at, b.content ->> 'method' AS method, b.content -> 'held' AS held,
      b.content -> 'disclosure' AS disclosure, b.content -> 'confirmed' AS confirmed, b.content -> 'restricted' AS restricted,
      b.content -> 'shortDetentions' AS "shortDetentions", b.content -> 'pending' AS pending,
      nullif(b.content -> 'change', 'null') AS change
    FROM publication.balances b WHERE (b.published_at, b.id) <= (${publishedAt}, ${id}::uuid)
    ORDER BY b.published_at, b.id`;
  return rows.map((row) => {
    const { confirmed, ...whole } = moment.parse(row);
    return { ...whole, ...(confirmed && { confirmed }) };
  });
}

/** One figure as a balance published it, the latest when none is named; null where there is none by that name, or none at all yet. */
export async function findFigure(name: FigureName, asked: FigureQuery): Promise<Figure | null> {
  return (await findFigureWithBalance(name, asked))?.figure ?? null;
}

/** The same, with the balance it stands in: for a page, which says what proves it. */
export async function findFigureWithBalance(
  name: FigureName,
  { balance, by, house, known }: FigureQuery,
): Promise<{ figure: Figure; balance: PublishedBalance } | null> {
  const found = await findTally({ balance });
  if (!found) return null;
  const [moments, latest] = await Promise.all([
    listMoments(found),
    known === "today" && balance ? latestBalance() : null,
  ]);
  return { figure: figureOf(name, found, moments, { by, house }, latest), balance: found };
}

/** The series as a balance has it, the latest when none is named. */
export async function findSeriesOf(
  balance: string | undefined,
): Promise<{ series: SeriesOfBalance; balance: PublishedBalance } | null> {
  const found = await findTally({ balance });
  if (!found) return null;
  const [moments, known] = await Promise.all([listMoments(found), ledgerAtBalance(found)]);
  const official = { claimant: authorities, measure: "released_in_period" as const };
  const said = await listClaims(official, undefined, EVERYTHING, known);
  return { series: seriesOf(found, moments, said?.items ?? []), balance: found };
}

const placeMoment = z.object({
  slug: z.string(),
  at: z.date(),
  cells: z.enum(["exact", "atLeast"]),
  held: placeCell.nullable(),
  detained: placeCell.nullable(),
});

/** What each publication moment up to one said of a place, newest first. */
export async function listPlaceMoments(
  { id, publishedAt }: PublishedBalance,
  code: string,
  take: number,
): Promise<PlaceMoment[]> {
  const rows = await open().$queryRaw<unknown[]>`
    SELECT b.slug, b.at, b.content #>> '{disclosure,cells}' AS cells,
      b.content #> ARRAY['partitions', 'stateHeld', ${code}] AS held,
      b.content #> ARRAY['partitions', 'stateOfDetention', ${code}] AS detained
    FROM publication.balances b WHERE (b.published_at, b.id) <= (${publishedAt}, ${id}::uuid)
    ORDER BY b.published_at DESC, b.id DESC LIMIT ${take}`;
  return rows.map((row) => placeMoment.parse(row));
}

import { type BalanceContent, ofWhichLines, partitionCells } from "../../schema";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Divisions that do not sum to the total, or parts that exceed it. */
export function unevenDivisions({ held, partitions, confirmed }: BalanceContent): string[] {
  const { total } = held;
  const names = [...Object.keys(partitionCells), "ageGroup"] as (keyof typeof partitionCells | "ageGroup")[];
  const divided = names.filter((name) => {
    const cells: Record<string, number | undefined> | null = partitions[name];
    return cells !== null && sum(Object.values(cells).map((cell) => cell ?? 0)) !== total;
  });
  const places = (["stateOfDetention", "stateHeld"] as const).filter(
    (name) => sum(Object.values(partitions[name]).map((cell) => cell.named + cell.unnamedAtLeast)) > total,
  );
  const lines = ofWhichLines.filter((line) => {
    const value = held.ofWhich[line];
    return typeof value === "number" && value > total;
  });
  const lately =
    confirmed && typeof confirmed.held === "number" && confirmed.held > total ? ["confirmed"] : [];
  return [...divided, ...places, ...lines, ...lately];
}

/** Opening plus every term gives the closing, which is the total printed, and nothing is left over. A first balance has no account. */
export function accountCloses({ change, held }: BalanceContent): boolean {
  if (!change) return true;
  const { opening, terms, closing, residual } = change.reconciliation;
  return residual === 0 && closing === held.total && opening + sum(Object.values(terms)) === closing;
}

/** The terms of the account are the gross events of the flows; kinds of release sum to releases. */
export function flowsAgree({ change }: BalanceContent): boolean {
  if (!change) return true;
  const { flows, reconciliation } = change;
  const { releases } = flows;
  const { terms } = reconciliation;
  const kinds = releases.withMeasures + releases.full + releases.expelled + releases.unspecified;
  return (
    flows.detentions === flows.newDetentions + flows.redetentions &&
    releases.events === kinds &&
    releases.persons <= releases.events &&
    terms.newDetentions === flows.newDetentions &&
    terms.redetentions === flows.redetentions &&
    terms.releases + releases.events === 0 &&
    terms.deaths + flows.deaths === 0 &&
    terms.leftWithoutRelease + flows.leftWithoutRelease === 0 &&
    terms.lateRegistrations === flows.lateRegistrations &&
    terms.removals + flows.removals === 0
  );
}

/** Cut-offs in order and none after this one; a weekly balance is its own last point. */
export function seriesEnds({ series, kind, slug, at, held }: BalanceContent): boolean {
  const moments = series.map((point) => Date.parse(point.at));
  const ordered = moments.every((moment, n) => n === 0 || moment > (moments[n - 1] ?? moment));
  const last = series.at(-1);
  const own = last?.slug === slug && last.published === held.total && last.restated === held.total;
  const none = (moments.at(-1) ?? 0) <= Date.parse(at);
  return ordered && none && (kind === "partial" || own);
}

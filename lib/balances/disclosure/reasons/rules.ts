import type { ExactSide } from "../../cells/schema";
import { type BalanceContent, type PartitionName, partitionCells } from "../../schema";
import { type Cell, FLOOR, layout, placeDimensions, STEPS } from "../schema";
import type { DisclosedLine, DisclosureReason, Said } from "./schema";

const [FIRST_STEP] = STEPS;

/**
 * Every line of a balance, what was counted and what will be printed, with the reason in the terms of the rule: whoever signs sees what
 * is kept back and why. Says nothing that the two numbers beside each other do not.
 */
export function explainDisclosure(content: BalanceContent, { cells, floors }: ExactSide): DisclosedLine[] {
  const everybody = content.disclosure.cells === "exact";
  const printed = (n: number): Pick<DisclosedLine, "said" | "reason"> =>
    everybody
      ? { said: { how: "exactly", n }, reason: "everybodyNamed" }
      : { said: { how: "atLeast", n }, reason: "reached" };
  const line = (
    dimension: string,
    value: string,
    cell: Cell,
    told: { said: Said; reason: DisclosureReason },
  ) => ({
    dimension,
    value,
    total: cell.total,
    named: cell.named,
    ...told,
  });
  const small = ({ total }: Cell): DisclosureReason => (total < FLOOR ? "fewerThanTen" : "withMargin");

  const ofWhich = Object.entries(cells.ofWhich).map(([value, cell]) => {
    const said = content.held.ofWhich[value as keyof typeof cells.ofWhich];
    const told =
      typeof said === "number"
        ? printed(said)
        : { said: { how: "lessThan" as const, n: said.lessThan }, reason: small(cell) };
    return line("ofWhich", value, cell, told);
  });
  const partitions = (Object.keys(partitionCells) as PartitionName[]).flatMap((name) => {
    const shown: Record<string, number | undefined> | null = content.partitions[name];
    const kept: readonly string[] = layout[name].rest;
    return partitionCells[name].map((value) => {
      const cell = cells.partitions[name][value] ?? { total: 0, named: 0 };
      const said = shown?.[value];
      if (said !== undefined) return line(name, value, cell, printed(said));
      const reason = kept.includes(value) ? "keptBack" : shown ? small(cell) : "noneReached";
      return line(name, value, cell, { said: { how: shown ? "folded" : "notPrinted" }, reason });
    });
  });
  const places = placeDimensions.flatMap((name) =>
    Object.entries(cells.places[name]).flatMap(([code, cell]) => {
      const shown = content.partitions[name][code];
      if (cell.total === 0 || !shown) return [];
      const said: Said = { how: "place", named: shown.named, atLeast: shown.unnamedAtLeast };
      return [line(name, code, cell, { said, reason: whyPlace(cell, shown, floors[`${name}.${code}`]) })];
    }),
  );
  return [
    line("held", "all", cells.held, exactly(content.held.total)),
    ...ofWhich,
    ...partitions,
    ...ages(content, cells.ageGroup),
    ...places,
    ...confirmedLately(content, cells.confirmed),
    beside("restricted", cells.restricted, exactly(content.restricted.total)),
    beside("shortDetentions", cells.shortDetentions, exactly(content.shortDetentions)),
    beside("pending", cells.pending, {
      said: { how: "exactly", n: content.pending.total },
      reason: "rounded",
    }),
  ];
}

function confirmedLately(
  { confirmed, disclosure }: BalanceContent,
  counted: ExactSide["cells"]["confirmed"],
): DisclosedLine[] {
  if (!confirmed || !counted) return [];
  const { held } = confirmed;
  const everybody = disclosure.cells === "exact";
  const told: Pick<DisclosedLine, "said" | "reason"> =
    typeof held === "object"
      ? {
          said: { how: "lessThan", n: held.lessThan },
          reason: counted.held < FLOOR ? "fewerThanTen" : "withMargin",
        }
      : {
          said: { how: everybody ? "exactly" : "atLeast", n: held },
          reason: everybody ? "everybodyNamed" : "reached",
        };
  return [beside("confirmed", counted.held, told)];
}

const exactly = (n: number) => ({ said: { how: "exactly", n }, reason: "byDecision" }) as const;

const beside = (value: string, total: number, told: Pick<DisclosedLine, "said" | "reason">) => ({
  dimension: "apart",
  value,
  total,
  named: null,
  ...told,
});

/** One national number at weekly balances, exact and never crossed; a coordinator may leave it out. */
function ages(
  { kind, partitions }: BalanceContent,
  counted: ExactSide["cells"]["ageGroup"],
): DisclosedLine[] {
  return (["under18", "adult", "unknown"] as const).map((value) => {
    const n = partitions.ageGroup?.[value];
    const told =
      n === undefined
        ? ({
            said: { how: "notPrinted" },
            reason: kind === "weekly" ? "blurred" : "partialWithoutAge",
          } as const)
        : exactly(n);
    return { dimension: "ageGroup", value, total: counted?.[value] ?? null, named: null, ...told };
  });
}

function whyPlace(
  { total, named }: Cell,
  { unnamedAtLeast }: { unnamedAtLeast: number },
  floor: { moved: number } | undefined,
): DisclosureReason {
  if (unnamedAtLeast > 0) return floor && floor.moved > 0 ? "stepKept" : "step";
  if (total === named) return "everybodyNamed";
  return total - named < FIRST_STEP ? "fewerThanTwenty" : "stepWithMargin";
}

import { cutOffWords } from "@/lib/i18n/cut-off";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { reconciliationTerms } from "@/lib/tallies/schema";
import { type BalanceContent, ofWhichLines } from "../schema";

/** A number as it may be printed, and what it counts. */
export interface CardLine {
  words: string;
  figure: string;
}

/** One balance as the weekly card that newsrooms know: the same numbers for the sheet, the picture and the message, and no other. */
export interface Card {
  kind: BalanceContent["kind"];
  slug: string;
  cutOff: string;
  method: string;
  total: CardLine;
  /** In the order of the card: men, women, civilians, military, adults, minors, convicted and not. */
  divisions: { name: string; lines: CardLine[] }[];
  /** Divisions that are not printed, to protect people. */
  withheld: string[];
  /** Whether lines are numbers that are certainly reached, the true one a little above. */
  atLeast: boolean;
  ofWhich: CardLine[];
  /** From the balance before to this one, term by term; empty in the first. */
  account: CardLine[];
  apart: string[];
}

const order = {
  sex: ["man", "woman", "other", "unknown"],
  civilMilitary: ["civilian", "military", "unknown"],
  ageGroup: ["adult", "under18", "unknown"],
  convicted: ["convicted", "notConvicted", "unknown"],
  nationality: ["national", "dual", "foreign", "unknown"],
  whereabouts: ["known", "unknown", "notRecorded"],
} as const;
type Name = keyof typeof order;

/** The card of a balance in a language. Computed from the frozen numbers alone, so it never says another number than they do. */
export function cardOf(locale: Locale, balance: BalanceContent): Card {
  const t = translator(locale, "card");
  const home = translator(locale, "home");
  const names = Object.keys(order) as Name[];
  return {
    kind: balance.kind,
    slug: balance.slug,
    cutOff: cutOffWords(locale, balance.at),
    method: balance.method,
    total: { words: t("total"), figure: number(locale, balance.held.total) },
    divisions: names.flatMap((name) => {
      const lines = linesOf(locale, balance, name);
      return lines ? [{ name: home(`partitions.${name}`), lines }] : [];
    }),
    withheld: names
      .filter((name) => balance.partitions[name] === null)
      .map((name) => home(`partitions.${name}`)),
    atLeast: balance.disclosure.cells === "atLeast",
    ofWhich: ofWhichLines.map((line) => ({
      words: home(`ofWhich.${line}`),
      figure: ofWhichFigure(locale, balance, balance.held.ofWhich[line]),
    })),
    account: accountOf(locale, balance),
    apart: [
      balance.pending.total === 0
        ? home("pendingNone")
        : home("pending", { n: number(locale, balance.pending.total) }),
      home("restricted", { n: balance.restricted.total }),
      home("short", { n: balance.shortDetentions }),
    ],
  };
}

/** A cell that stays below the true value says so wherever it is printed. */
function reached(locale: Locale, balance: BalanceContent, value: number): string {
  const figure = number(locale, value);
  return balance.disclosure.cells === "exact" ? figure : translator(locale, "home")("atLeast", { n: figure });
}

function ofWhichFigure(
  locale: Locale,
  balance: BalanceContent,
  value: number | { lessThan: number },
): string {
  if (typeof value === "number") return reached(locale, balance, value);
  return translator(locale, "home")("lessThan", { n: number(locale, value.lessThan) });
}

function linesOf(locale: Locale, balance: BalanceContent, name: Name): CardLine[] | null {
  const t = translator(locale, "card");
  const cells: Record<string, number | undefined> | null = balance.partitions[name];
  if (!cells) return null;
  const printed = order[name].flatMap((cell) => {
    const value = cells[cell];
    if (value === undefined || (value === 0 && cell !== "under18")) return [];
    const figure = name === "ageGroup" ? number(locale, value) : reached(locale, balance, value);
    return [{ words: t(`cells.${name}.${cell}` as "cells.sex.man"), figure }];
  });
  const others = cells.othersOrUnknown ?? 0;
  return others === 0 ? printed : [...printed, { words: t("others"), figure: number(locale, others) }];
}

function accountOf(locale: Locale, { change }: BalanceContent): CardLine[] {
  if (!change) return [];
  const t = translator(locale, "changes");
  const { opening, terms, closing } = change.reconciliation;
  const moved = reconciliationTerms
    .filter((term) => terms[term] !== 0)
    .map((term) => ({ words: t(`terms.${term}`), figure: signed(locale, terms[term]) }));
  return [
    { words: `${t("openingRow")} (${change.from.slug})`, figure: number(locale, opening) },
    ...moved,
    { words: t("closingRow"), figure: number(locale, closing) },
  ];
}

/** With its sign, a minus being a minus and not a hyphen. */
const signed = (locale: Locale, value: number): string =>
  `${value < 0 ? "−" : "+"}${number(locale, Math.abs(value))}`;

import { cutOffWords } from "@/lib/i18n/cut-off";
import { dayName, number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { entities } from "@/lib/vocabularies/places/entities/schema";
import { type BalanceContent, type OfWhichLine, ofWhichLines, partitionCells } from "../schema";

/**
 * A balance as plain text, whole: for whoever has only a terminal, a printer or a telephone line. It says the same as the page and
 * no number more.
 */
export function plainText(locale: Locale, balance: BalanceContent): string {
  const t = translator(locale, "archive");
  const parts = [
    head(locale, balance),
    confirmed(locale, balance),
    ofWhich(locale, balance),
    partitions(locale, balance),
    account(locale, balance),
    apart(locale, balance),
    places(locale, balance, "stateHeld"),
    places(locale, balance, "stateOfDetention"),
    series(locale, balance),
    claims(locale, balance),
    [t("twin.check"), t("twin.licence")],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** What the zip holds and how anybody checks it, with three ordinary commands and without this registry. */
export function readMe(locale: Locale, { slug }: BalanceContent): string {
  const t = translator(locale, "archive");
  const sections = ["what", "files", "check", "openssl", "vigilia", "chain", "set", "licence"] as const;
  return `${[t("readme.title", { slug }), ...sections.map((one) => t(`readme.${one}`, { slug }))].join("\n\n")}\n`;
}

function head(locale: Locale, balance: BalanceContent): string[] {
  const [t, home] = [translator(locale, "archive"), translator(locale, "home")];
  const { since, until } = balance.coverage;
  const total = number(locale, balance.held.total);
  return [
    t("twin.title", { slug: balance.slug, kind: balance.kind }),
    cutOffWords(locale, balance.at),
    t("twin.known", { known: balance.known, method: balance.method }),
    until
      ? home("coverageClosed", { since: dayName(locale, since), until: dayName(locale, until) })
      : home("coverageOpen", { since: dayName(locale, since) }),
    ...(balance.corrects ? [home("corrects", balance.corrects)] : []),
    "",
    home.markup("headline", { total, count: balance.held.total, n: (figure) => figure }),
  ];
}

function confirmed(locale: Locale, balance: BalanceContent): string[] {
  if (!balance.confirmed) return [];
  const { days, held } = balance.confirmed;
  const t = translator(locale, "home");
  const n =
    typeof held === "object"
      ? t("lessThan", { n: number(locale, held.lessThan) })
      : atLeast(locale, balance, held);
  return [t("confirmed", { days, n, total: number(locale, balance.held.total) })];
}

function ofWhich(locale: Locale, balance: BalanceContent): string[] {
  const t = translator(locale, "home");
  const figure = (value: OfWhichLine) => {
    if (typeof value === "object") return t("lessThan", { n: number(locale, value.lessThan) });
    return atLeast(locale, balance, value);
  };
  return [
    t("ofWhichTitle"),
    ...ofWhichLines.map((line) => row(t(`ofWhich.${line}`), figure(balance.held.ofWhich[line]))),
    t("overlap"),
  ];
}

function partitions(locale: Locale, balance: BalanceContent): string[] {
  const t = translator(locale, "home");
  const names = ["sex", "civilMilitary", "ageGroup", "convicted", "nationality", "whereabouts"] as const;
  const lines = names.flatMap((name) => {
    const cells: Record<string, number | undefined> | null = balance.partitions[name];
    if (!cells) return [t("notBroken", { names: t(`partitions.${name}`) })];
    const known: readonly string[] =
      name === "ageGroup" ? ["under18", "adult", "unknown"] : partitionCells[name];
    const printed = known.flatMap((cell) => {
      const value = cells[cell];
      if (value === undefined) return [];
      const words = t(`cells.${name}.${cell}` as "cells.sex.man");
      return [row(words, name === "ageGroup" ? number(locale, value) : atLeast(locale, balance, value))];
    });
    const others = cells.othersOrUnknown;
    const rest = others === undefined ? [] : [row(t("others"), number(locale, others))];
    return [t(`partitions.${name}`), ...printed, ...rest];
  });
  return [t("partitionsTitle"), ...lines];
}

function account(locale: Locale, { change }: BalanceContent): string[] {
  const t = translator(locale, "changes");
  if (!change) return [t("accountTitle"), t("firstBalance")];
  const { opening, terms, closing, residual } = change.reconciliation;
  const { releases } = change.flows;
  const moved = Object.entries(terms).map(([term, value]) =>
    row(t(`terms.${term}` as "terms.deaths"), `${value > 0 ? "+" : ""}${number(locale, value)}`),
  );
  return [
    t("accountTitle"),
    row(`${t("openingRow")} (${change.from.slug})`, number(locale, opening)),
    ...moved,
    row(t("closingRow"), number(locale, closing)),
    row(t("residual"), number(locale, residual)),
    ...(releases.events > 0 ? [t("releasesOf", { n: releases.events, ...releases })] : []),
  ];
}

function apart(locale: Locale, balance: BalanceContent): string[] {
  const t = translator(locale, "home");
  const pending = balance.pending.total;
  return [
    t("restTitle"),
    pending === 0 ? t("pendingNone") : t("pending", { n: number(locale, pending) }),
    t("restricted", { n: balance.restricted.total }),
    t("short", { n: balance.shortDetentions }),
  ];
}

function places(
  locale: Locale,
  balance: BalanceContent,
  dimension: "stateHeld" | "stateOfDetention",
): string[] {
  const t = translator(locale, "balances");
  const lines = Object.entries(balance.partitions[dimension]).flatMap(([code, cell]) => {
    if (cell.named === 0 && cell.unnamedAtLeast === 0) return [];
    const words = entities.find((entity) => entity.code === code)?.[locale] ?? t("placeUnknown");
    const floor =
      cell.unnamedAtLeast > 0 ? t("atLeastN", { n: number(locale, cell.unnamedAtLeast) }) : t("noFloor");
    return [row(words, `${number(locale, cell.named)} / ${floor}`)];
  });
  const columns = `${t("colNamed")} / ${t("colUnnamed")}`;
  return [t(dimension), row(t("colPlace"), columns), ...lines, t("placesFew")];
}

function series(locale: Locale, balance: BalanceContent): string[] {
  const t = translator(locale, "balances");
  if (balance.series.length === 0) return [];
  const figures = balance.series.map(({ at, published, restated }) =>
    row(
      cutOffWords(locale, at),
      `${published === null ? t("notPublished") : number(locale, published)} / ${number(locale, restated)}`,
    ),
  );
  return [t("seriesTitle"), row(t("colCutOff"), `${t("colPublished")} / ${t("colRestated")}`), ...figures];
}

function claims(locale: Locale, balance: BalanceContent): string[] {
  const [t, archive] = [translator(locale, "balances"), translator(locale, "archive")];
  if (balance.claims.length === 0) return [];
  const lines = balance.claims.map(({ claimId, from, to, said, flows }) =>
    archive("twin.claim", {
      claim: claimId,
      from,
      to,
      said: said?.value == null ? archive("twin.noFigure") : number(locale, said.value),
      detentions: number(locale, flows.detentions),
      releases: number(locale, flows.releases.events),
    }),
  );
  return [t("claimsTitle"), ...lines];
}

const atLeast = (locale: Locale, balance: BalanceContent, value: number) =>
  balance.disclosure.cells === "exact"
    ? number(locale, value)
    : translator(locale, "home")("atLeast", { n: number(locale, value) });

const row = (words: string, figure: string) => `  ${words}: ${figure}`;

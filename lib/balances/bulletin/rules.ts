import { cutOffWords } from "@/lib/i18n/cut-off";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { BalanceContent } from "../schema";

/** What a message on a telephone holds without being folded. */
export const MOST_CHARACTERS = 900;

/**
 * A publication as one message to copy: its hour, the total, what changed since the last and how releases were, where to check it. No
 * number that the publication does not print, no name, and never longer than a telephone shows.
 */
export function bulletin(locale: Locale, balance: BalanceContent, address: string | null): string {
  const t = translator(locale, "archive");
  const { change, held, slug } = balance;
  const releases = change?.flows.releases;
  const terms = Object.entries(change?.reconciliation.terms ?? {}).filter(
    ([term, value]) => value !== 0 && term !== "releases",
  );
  const signed = (value: number) => `${value > 0 ? "+" : ""}${number(locale, value)}`;
  const lines = [
    t("bulletin.title", { kind: balance.kind, when: cutOffWords(locale, balance.at) }),
    t("bulletin.total", { n: number(locale, held.total) }),
    change &&
      t("bulletin.since", { slug: change.from.slug, opening: number(locale, change.reconciliation.opening) }),
    releases && releases.events > 0 && t("bulletin.releases", releases),
    ...terms.map(
      ([term, value]) =>
        `${translator(locale, "changes")(`terms.${term}` as "terms.deaths")}: ${signed(value)}`,
    ),
    t("bulletin.caution"),
    address && `${address}/balances/${slug}`,
  ].filter((line) => typeof line === "string");
  while (lines.join("\n").length > MOST_CHARACTERS && lines.length > 3) lines.splice(-2, 1);
  return lines.join("\n");
}

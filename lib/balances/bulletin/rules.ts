import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { type CardLine, cardOf } from "../card/rules";
import type { BalanceContent } from "../schema";

/** What a message on a telephone holds without being folded. */
export const MOST_CHARACTERS = 900;

/**
 * A publication as one message to copy, in the order people know from the weekly cards: the total and its parts, what changed since the
 * last and how releases were, where to check it. No number that the publication does not print, no name, and never longer than a
 * telephone shows: what does not fit is left out from the end, and the caution and the address stay.
 */
export function bulletin(locale: Locale, balance: BalanceContent, address: string | null): string {
  const t = translator(locale, "archive");
  const others = translator(locale, "card")("others");
  const card = cardOf(locale, balance);
  const { change, slug } = balance;
  const releases = change?.flows.releases;
  const said = ({ words, figure }: CardLine) => `${words}: ${figure}`;
  const first = [t("bulletin.title", { kind: card.kind, when: card.cutOff }), said(card.total)];
  const last = [
    t("bulletin.caution"),
    ...(address ? [`${address}${pathTo(locale, `/balances/${slug}`)}`] : []),
  ];
  const releaseWords = releases && releases.events > 0 ? [t("bulletin.releases", releases)] : [];
  const divisions = card.divisions
    .slice(0, MOST_DIVISIONS)
    .flatMap(({ name, lines }) =>
      lines.map(({ words, figure }) =>
        said({ words: words === others ? `${name}, ${others.toLowerCase()}` : words, figure }),
      ),
    );
  const between = [
    ...releaseWords,
    ...divisions,
    ...(card.atLeast && divisions.length > 0 ? [t("bulletin.atLeast")] : []),
    ...card.account.slice(0, 1).map(said),
    ...card.account.slice(1, -1).map(said),
  ];
  const room = MOST_CHARACTERS - [...first, ...last].join("\n").length;
  const fits: string[] = [];
  for (const line of between) {
    if ([...fits, line].join("\n").length + 1 > room) break;
    fits.push(line);
  }
  return [...first, ...fits, ...last].join("\n");
}

/** Sex, civil or military, age and conviction: as many as the cards have. */
const MOST_DIVISIONS = 4;

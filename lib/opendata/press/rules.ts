import type { OfWhichLine } from "@/lib/balances/schema";
import { cutOffWords } from "@/lib/i18n/cut-off";
import { cutOffParts, number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import type { PublishedBalance } from "../balances/queries";
import { comparisonWords, inOrder, pairId, when } from "../claims/rules";
import type { PublishedClaim } from "../claims/schema";
import { ownAccount } from "../tallies/joins/rules";
import { changeSentence } from "../tallies/sentences/rules";
import type { ReadySentence } from "./schema";

/**
 * What a balance says, one sentence a number, each with its caveat: computed from the signed numbers alone, so that the same balance
 * always reads the same. A cell that is printed as "at least" is said as "at least".
 */
export function balanceSentences(locale: Locale, balance: PublishedBalance): ReadySentence[] {
  const t = translator(locale, "press");
  const { content, slug } = balance;
  const { held, restricted, pending } = content;
  const shared = { when: cutOffWords(locale, content.at), path: `/balances/${slug}` };
  const part = (value: OfWhichLine): string =>
    typeof value === "object"
      ? t("fewer", { n: number(locale, value.lessThan) })
      : content.disclosure.cells === "exact"
        ? number(locale, value)
        : t("atLeast", { n: number(locale, value) });
  const caveatOf = (value: OfWhichLine): string =>
    t(
      typeof value === "object"
        ? "fewerCaveat"
        : content.disclosure.cells === "exact"
          ? "exact"
          : "atLeastCaveat",
    );
  const { whereaboutsUnknown, houseArrest } = held.ofWhich;
  return [
    {
      key: "total",
      text: t("total.text", { cutOff: shared.when, n: held.total }),
      caveat: t("total.caveat", { pending: pending.total }),
      ...shared,
    },
    ...changeSentences(locale, balance, shared.path),
    {
      key: "missing",
      text: t("missing.text", { cutOff: shared.when, figure: part(whereaboutsUnknown), n: held.total }),
      caveat: `${t("missing.caveat")} ${caveatOf(whereaboutsUnknown)}`,
      ...shared,
    },
    {
      key: "house",
      text: t("house.text", { cutOff: shared.when, figure: part(houseArrest), n: held.total }),
      caveat: `${t("house.caveat")} ${caveatOf(houseArrest)}`,
      ...shared,
    },
    {
      key: "restricted",
      text: t("restricted.text", { cutOff: shared.when, n: restricted.total }),
      caveat: t("restricted.caveat"),
      ...shared,
    },
  ];
}

/** How the total became this one, and how people left: nothing of it in the first balance. */
function changeSentences(locale: Locale, { content, slug }: PublishedBalance, path: string): ReadySentence[] {
  const t = translator(locale, "press");
  const account = content.change && ownAccount(content.change);
  if (!content.change || !account) return [];
  const [from, to] = [new Date(content.change.from.at), new Date(content.at)];
  const days = { from: moment(locale, from), to: moment(locale, to) };
  const { events, withMeasures, full, expelled, unspecified } = account.flows.releases;
  return [
    {
      key: "change",
      text: changeSentence(wordsOf(locale, "changes"), { from, to, ...account }),
      caveat: t("change.caveat"),
      when: t("between", days),
      path: `/cambios?de=${content.change.from.slug}&a=${slug}`,
    },
    {
      key: "releases",
      text:
        events === 0
          ? t("releases.none", days)
          : t("releases.text", { ...days, events, withMeasures, full, expelled, unspecified }),
      caveat: t("releases.caveat"),
      when: t("between", days),
      path,
    },
  ];
}

function moment(locale: Locale, at: Date): string {
  const { day, time } = cutOffParts(locale, at);
  return time ? `${day}, ${time}` : day;
}

/** What is true of two figures of others, and what keeps them from being subtracted: never their difference where there is none. */
export function pairSentence(
  locale: Locale,
  one: PublishedClaim,
  other: PublishedClaim,
  around: ReadonlyMap<string, PublishedClaim>,
): ReadySentence {
  const words = wordsOf(locale, "claims");
  const [a, b] = inOrder(one, other);
  const { truths, sentence, gap } = comparisonWords(words, a, b, around);
  return {
    key: pairId(a, b),
    text: truths[0] ?? "",
    caveat: `${sentence} ${gap}`,
    when: when(words, a),
    path: `/comparar/${pairId(a, b)}`,
  };
}

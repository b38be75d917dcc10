import { createHash } from "node:crypto";
import { cutOffWords } from "@/lib/i18n/cut-off";
import { dayName } from "@/lib/i18n/dates";
import { type Locale, tagOf } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import type { PublishedBalance } from "../balances/queries";
import { claimantShort, figure, inOrder, pairId } from "../claims/rules";
import type { PublishedClaim } from "../claims/schema";
import { pairSentence } from "../press/rules";
import { ownAccount } from "../tallies/joins/rules";
import { changeSentence } from "../tallies/sentences/rules";
import type { Step } from "../tallies/steps/schema";
import type { Feed, FeedEntry } from "./schema";

/** An id that follows from what the entry is and its language alone, in the form readers of feeds expect (RFC 9562, version 8). */
export function feedId(...what: string[]): string {
  const hex = createHash("sha256").update(what.join("\n")).digest("hex");
  const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4];
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A balance as an entry: its total with its cut-off, and where it stands for ever. */
export function balanceEntry(
  locale: Locale,
  { id, slug, publishedAt, content }: PublishedBalance,
): FeedEntry {
  const t = translator(locale, "press");
  return {
    id: feedId("balance", id, locale),
    title: t("feed.balance", { slug, n: content.held.total }),
    summary: `${t("total.text", { cutOff: cutOffWords(locale, content.at), n: content.held.total })} ${t("total.caveat", { pending: content.pending.total })}`,
    updated: publishedAt,
    path: `/balances/${slug}`,
  };
}

/** How one total became the next, and what a balance corrects: with the sentence that its page prints. */
export function changeEntry(locale: Locale, step: Step): FeedEntry {
  const t = translator(locale, "press");
  const account = step.change && ownAccount(step.change);
  const told =
    step.change && account
      ? changeSentence(wordsOf(locale, "changes"), {
          from: new Date(step.change.from.at),
          to: step.at,
          ...account,
        })
      : translator(locale, "changes")("firstBalance");
  return {
    id: feedId("change", step.id, locale),
    title: step.corrects
      ? t("feed.correction", { slug: step.slug, corrected: step.corrects.slug })
      : t("feed.change", { slug: step.slug }),
    summary: step.corrects ? `${step.corrects.why} ${told}` : told,
    updated: step.publishedAt,
    path: step.change ? `/cambios?de=${step.change.from.slug}&a=${step.slug}` : `/balances/${step.slug}`,
  };
}

/** A pair as an entry: both figures by name, what is true of them and that they are not subtracted. */
export function comparisonEntry(
  locale: Locale,
  one: PublishedClaim,
  other: PublishedClaim,
  around: ReadonlyMap<string, PublishedClaim>,
  updated: Date,
): FeedEntry {
  const words = wordsOf(locale, "claims");
  const [a, b] = inOrder(one, other);
  const { text, caveat, path } = pairSentence(locale, a, b, around);
  const heading = words.say("page.pairHeading", {
    a: figure(words, a),
    claimantA: claimantShort(words, a),
    b: figure(words, b),
    claimantB: claimantShort(words, b),
  });
  return {
    id: feedId("comparison", pairId(a, b), locale),
    title: one.onDate ? `${heading}, ${dayName(locale, one.onDate)}` : heading,
    summary: `${text} ${caveat}`,
    updated,
    path,
  };
}

/** Before anything was published there is no moment to tell: the beginning of all of them stands for it. */
const never = new Date(0);

/** A feed as Atom (RFC 4287), newest first; the same feed is always the same bytes. */
export function atomXml(locale: Locale, feed: Feed, site: string | null, author: string): string {
  const at = (path: string) => escaped(`${site ?? ""}${pathTo(locale, path)}`);
  const newest = feed.entries.reduce((last, { updated }) => (updated > last ? updated : last), never);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tagOf(locale)}">`,
    `<id>${escaped(feed.id)}</id>`,
    `<title>${escaped(feed.title)}</title>`,
    `<subtitle>${escaped(feed.subtitle)}</subtitle>`,
    `<updated>${newest.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${at(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${at(feed.page)}"/>`,
    `<author><name>${escaped(author)}</name></author>`,
    "<rights>CC BY 4.0</rights>",
    ...feed.entries.flatMap(({ id, title, summary, updated, path }) => [
      "<entry>",
      `<id>${escaped(id)}</id>`,
      `<title>${escaped(title)}</title>`,
      `<updated>${updated.toISOString()}</updated>`,
      `<link rel="alternate" type="text/html" href="${at(path)}"/>`,
      `<summary>${escaped(summary)}</summary>`,
      "</entry>",
    ]),
    "</feed>",
    "",
  ].join("\n");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Characters XML 1.0 cannot hold in any form are left out; the rest is said so that no reader takes it for markup. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (one) => entities[one] ?? "");

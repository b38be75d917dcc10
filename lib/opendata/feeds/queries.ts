import { origin } from "@/lib/core/env";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { listBalances } from "../balances/queries";
import { aroundClaims, changesOfClaims, listClaims } from "../claims/queries";
import { authorities } from "../claims/schema";
import { findSite } from "../site/queries";
import { listSteps } from "../tallies/steps/queries";
import { atomXml, balanceEntry, changeEntry, comparisonEntry, feedId } from "./rules";
import type { Feed, FeedEntry, FeedName } from "./schema";

const LATEST = 30;

const places = {
  balances: { self: "/atom.xml", page: "/balances" },
  changes: { self: "/cambios/atom.xml", page: "/cambios" },
  comparisons: { self: "/comparar/atom.xml", page: "/comparar" },
} as const satisfies Record<FeedName, Pick<Feed, "self" | "page">>;

/** A feed in one language, as Atom: the latest thirty. It holds numbers and others' words on them, and nobody's name. */
export async function readFeed(name: FeedName, locale: Locale): Promise<string> {
  const t = translator(locale, "press");
  const [entries, site] = await Promise.all([entriesOf[name](locale), findSite()]);
  const feed: Feed = {
    id: feedId("feed", origin("PUBLIC") ?? "", name, locale),
    title: `Vigilia · ${t(`feed.title.${name}`)}`,
    subtitle: t(`feed.${name}`),
    ...places[name],
    entries,
  };
  return atomXml(locale, feed, origin("PUBLIC"), site?.organisation || "Vigilia");
}

const entriesOf: Record<FeedName, (locale: Locale) => Promise<FeedEntry[]>> = {
  async balances(locale) {
    const page = await listBalances(undefined, LATEST);
    return (page?.items ?? []).map((balance) => balanceEntry(locale, balance));
  },
  async changes(locale) {
    const page = await listSteps(undefined, LATEST);
    return (page?.items ?? []).map((step) => changeEntry(locale, step));
  },
  async comparisons(locale) {
    const official = (await listClaims({ claimant: authorities }, undefined, LATEST))?.items ?? [];
    const around = await aroundClaims(official);
    const changed = await changesOfClaims([...around.keys()]);
    return official.flatMap((claim) => {
      const other = around.get(claim.beside[0]?.id ?? "");
      const [one, two] = [changed.get(claim.id), changed.get(other?.id ?? "")];
      if (!other || !one || !two) return [];
      return [comparisonEntry(locale, claim, other, around, one > two ? one : two)];
    });
  },
};

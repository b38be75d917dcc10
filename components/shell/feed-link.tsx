import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";

const feeds = {
  balances: "atom.xml",
  changes: "cambios/atom.xml",
  comparisons: "comparar/atom.xml",
} as const;

/** Tells readers of feeds where one is; it is lifted into the head of the page and shows nowhere. */
export function FeedLink({ locale, feed }: { locale: Locale; feed: keyof typeof feeds }) {
  return (
    <link
      rel="alternate"
      type="application/atom+xml"
      title={translator(locale, "press")(`feed.title.${feed}`)}
      href={href(locale, feeds[feed])}
    />
  );
}

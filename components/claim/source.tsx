import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";

/** Where a figure was read. Only web addresses become links, and they never learn where the reader came from. */
export function Source({ locale, claim: { source } }: { locale: Locale; claim: PublishedClaim }) {
  const t = translator(locale, "claims");
  const published = source.publishedOn && ` (${dayName(locale, source.publishedOn)})`;
  if (!/^https?:\/\//.test(source.url)) {
    return (
      <>
        {source.outlet}
        {published}, {t("page.noLink")}
      </>
    );
  }
  return (
    <>
      <a href={source.url} rel="noreferrer external">
        {source.outlet}
      </a>
      {published}
    </>
  );
}

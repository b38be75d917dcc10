import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { isOwn } from "@/lib/opendata/claims/own/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";

/** Where a figure was read; a figure of ours, in which balance it was signed. Only web addresses become links, and they never learn where the reader came from. */
export function Source({ locale, claim }: { locale: Locale; claim: PublishedClaim }) {
  const t = translator(locale, "claims");
  const { source } = claim;
  if (isOwn(claim)) {
    return (
      <a href={href(locale, "balances", source.outlet)}>{t("page.ourBalance", { balance: source.outlet })}</a>
    );
  }
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

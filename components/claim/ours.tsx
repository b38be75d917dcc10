import { dayName, number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { covers } from "@/lib/opendata/claims/rules";
import type { OwnFlow, PublishedClaim } from "@/lib/opendata/claims/schema";
import type { Site } from "@/lib/opendata/site/schema";

interface OursProps {
  locale: Locale;
  claim: PublishedClaim;
  site: Site | null;
  own: OwnFlow | null;
}

/** What this registry itself says of a figure's window: a published flow, or in so many words that it says nothing. */
export function Ours({ locale, claim, site, own }: OursProps) {
  const t = translator(locale, "claims");
  const covered = own !== null || covers(site?.coverage ?? null, claim);
  return (
    <div className="ours">
      <h2>{t("page.ours")}</h2>
      {own ? (
        <p>
          {t(claim.measure === "released_in_period" ? "page.oursReleases" : "page.oursDetentions", {
            events: number(locale, own.events),
            from: dayName(locale, own.from),
            to: dayName(locale, own.to),
          })}{" "}
          <a href={href(locale, "balances", own.balance)}>
            {t("page.oursBalance", { balance: own.balance })}
          </a>
        </p>
      ) : (
        <p>
          {t(covered ? "page.oursNotYet" : "page.oursOutside")}{" "}
          {covered && <a href={href(locale, "balances")}>{t("page.oursBalances")}</a>}
        </p>
      )}
    </div>
  );
}

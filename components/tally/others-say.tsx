import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { claimantWords, figure, when } from "@/lib/opendata/claims/rules";
import type { PublishedClaim } from "@/lib/opendata/claims/schema";

interface OthersSayProps {
  locale: Locale;
  authorities: readonly PublishedClaim[];
  organisations: readonly PublishedClaim[];
  /** Before the first balance these are the only numbers of the page. */
  alone: boolean;
}

/** The latest figures of others: authorities to one side, organisations to the other, never subtracted here. */
export function OthersSay({ locale, authorities, organisations, alone }: OthersSayProps) {
  const t = translator(locale, "home");
  return (
    <section className={alone ? "entry" : "entry screen-only"}>
      <h2>{t(alone ? "claimsBefore" : "claimsTitle")}</h2>
      <p className="note">{t("claimsNote")}</p>
      {authorities.length + organisations.length === 0 ? (
        <p>{t("claimsNone")}</p>
      ) : (
        <div className="halves">
          <Figures locale={locale} title={t("claimsAuthorities")} claims={authorities} />
          <Figures locale={locale} title={t("claimsOrganisations")} claims={organisations} />
        </div>
      )}
      <p className="mt-4">
        <a href={href(locale, "comparar")}>{t("claimsAll")}</a>
      </p>
    </section>
  );
}

function Figures({
  locale,
  title,
  claims,
}: {
  locale: Locale;
  title: string;
  claims: readonly PublishedClaim[];
}) {
  const t = translator(locale, "claims");
  const words = wordsOf(locale, "claims");
  return (
    <div>
      <h3>{title}</h3>
      <ul className="rows">
        {claims.map((claim) => (
          <li key={claim.id}>
            <a href={href(locale, "comparar", claim.id)} className="serif num">
              {figure(words, claim)}
            </a>{" "}
            {t(`measureWords.${claim.measure}`)}
            <br />
            <span className="note">
              {claimantWords(words, claim)}
              {`, ${when(words, claim)}`}
              {claim.namesPublished === "none" && `, ${translator(locale, "home")("noNames")}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { documentText } from "@/components/desk/identity/document-text";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { fullName } from "@/lib/people/rules";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { trackStates } from "@/lib/vetting/cases/rules";
import type { LastConfirmed } from "@/lib/vetting/cases/timeline/rules";
import { label } from "@/lib/vocabularies/rules";
import { LastConfirmedClock } from "./last-confirmed";
import { PermissionStrip } from "./permission-strip";
import { TrackChips } from "./track-chips";
import { dayText } from "./when";

interface CaseHeaderProps {
  found: CaseForDesk;
  permitsCounting: boolean;
  lastConfirmed: LastConfirmed | null;
  locale: Locale;
}

/** Who, which case, what needs care, the five tracks and what the family permits: always at the top of a case. */
export function CaseHeader({ found, permitsCounting, lastConfirmed, locale }: CaseHeaderProps) {
  const t = translator(locale, "desk");
  const { grounds, identity, traits } = found;
  const flags = [
    grounds.disappeared && t("case.flags.disappeared"),
    grounds.ageGroup === "under18" && t("case.flags.minor"),
    grounds.ageGroup === "unknown" && t("case.flags.doubt"),
    grounds.grave && t("case.flags.grave"),
  ].filter((flag) => flag !== false);
  const document = identity.idDocument;
  const age =
    traits.ageAtDetention &&
    (traits.ageAtDetention.min === traits.ageAtDetention.max
      ? t("identity.agedOne", { min: traits.ageAtDetention.min })
      : t("identity.aged", traits.ageAtDetention));
  const publication = found.naming.published
    ? t("case.tracks.published")
    : found.naming.proposed
      ? t("case.tracks.proposed")
      : t(permitsCounting ? "case.tracks.onlyCounted" : "case.tracks.notCounted");
  return (
    <>
      <header className="case-head" id="identidad">
        <h1>
          {fullName(identity)} <span className="num">{found.reference}</span>
        </h1>
        <p className="note">
          {[
            document && documentText(document, locale),
            label("sex", traits.sex, locale),
            traits.birthDate && t("identity.born", { day: traits.birthDate }),
            !traits.birthDate &&
              traits.birthYear &&
              t("identity.bornYear", { year: String(traits.birthYear) }),
            age,
            traits.civilMilitary !== "unknown" && label("civil_military", traits.civilMilitary, locale),
            ...identity.aliases.map((alias) => `«${alias}»`),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="note">
          {t("case.openedBy", { who: found.openedBy, day: dayText(found.openedAt, locale) })} ·{" "}
          {t("case.channel", { channel: t(`case.channels.${found.channel}`) })} ·{" "}
          {t("case.reports", { n: found.reports.length })}
          {found.reports.map((report, n) => (
            <span key={report}>
              {" "}
              <a href={`/equipo/reportes/${report}`}>{t("case.report", { n: n + 1 })}</a>
            </span>
          ))}
        </p>
        {flags.length > 0 && (
          <ul className="flags">
            {flags.map((flag) => (
              <li key={flag}>{flag}</li>
            ))}
          </ul>
        )}
        {lastConfirmed && <LastConfirmedClock last={lastConfirmed} locale={locale} />}
        <TrackChips states={trackStates(found.facts)} publication={publication} locale={locale} />
      </header>
      <PermissionStrip
        answers={found.permissions.filter((row) => row.knownTo === null)}
        isShielded={found.naming.shielded}
        locale={locale}
      />
    </>
  );
}

import { DetailsList } from "@/components/ui/details-list";
import { needsStanding } from "@/lib/consent/rules";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { ReportPayload } from "@/lib/intake/schema";
import { label } from "@/lib/vocabularies/rules";

/** What a family told of the court and of health, and which of its permissions wait for somebody to check who gave them. */
export function ReportNeeds({ payload, locale }: { payload: ReportPayload; locale: Locale }) {
  const t = translator(locale, "desk-report");
  const { court, health, permissions } = payload;
  const waiting = permissions.filter(({ purpose, granted }) => granted && needsStanding(purpose));
  const hearing = court?.hearing;
  const said = (words: string | undefined) => words || t("notSaid");
  return (
    <>
      {health && (
        <>
          <h3>{t("health")}</h3>
          <DetailsList
            rows={[
              {
                term: t("danger"),
                detail:
                  health.danger === "yes" ? (
                    <strong className="mark-urgent">{t("danger_yes")}</strong>
                  ) : (
                    t(`danger_${health.danger}`)
                  ),
              },
              {
                term: t("conditions"),
                detail: said(health.conditions.map((one) => t(`condition_${one}`)).join(", ")),
              },
              { term: t("medicine"), detail: said(health.medicine) },
              { term: t("account"), detail: <span className="words">{said(health.account)}</span> },
              ...(health.listener ? [{ term: t("listener"), detail: t("listener_yes") }] : []),
            ]}
          />
        </>
      )}
      {court && (
        <>
          <h3>{t("court")}</h3>
          <DetailsList
            rows={[
              { term: t("presented"), detail: t(`presented_${court.presented}`) },
              {
                term: t("counsel"),
                detail: said(court.counsel && label("counsel_kind", court.counsel, locale)),
              },
              { term: t("whichCourt"), detail: said(court.court) },
              { term: t("charges"), detail: <span className="words">{said(court.charges)}</span> },
              {
                term: t("hearing"),
                detail: said(
                  hearing &&
                    [hearing.day, hearing.month, hearing.year].filter((part) => part !== undefined).join("/"),
                ),
              },
            ]}
          />
        </>
      )}
      {waiting.length > 0 && (
        <>
          <h3>{t("waiting")}</h3>
          <p>
            {t("waitingWhy", {
              list: waiting.map(({ purpose }) => label("purpose", purpose, locale)).join(", "),
            })}
          </p>
        </>
      )}
    </>
  );
}

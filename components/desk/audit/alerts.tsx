import type { Alert } from "@/lib/audit/alerts";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** What was unlike other days in the last month, each with the way to the acts behind it; a sentence when there was nothing. */
export function Alerts({ alerts, locale }: { alerts: Alert[]; locale: Locale }) {
  const t = translator(locale, "staff");
  return (
    <section>
      <h2>{t("alertsTitle")}</h2>
      {alerts.length === 0 && <p>{t("alertsNone")}</p>}
      <ul>
        {alerts.map(({ kind, actor, day, count }) => (
          <li key={`${kind} ${actor} ${day}`}>
            {t(`alert.${kind}`, { actor, count, day: new Date(`${day}T16:00:00Z`) })}{" "}
            <a href={`/equipo/auditoria?${new URLSearchParams({ quien: actor, desde: day, hasta: day })}`}>
              {t("alertShow")}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

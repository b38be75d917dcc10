import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { LastConfirmed } from "@/lib/vetting/cases/timeline/rules";
import { dayText } from "./when";

/** For how many days nothing has confirmed that the person is still in custody; past a month it says so. They count all the same. */
export function LastConfirmedClock({ last, locale }: { last: LastConfirmed; locale: Locale }) {
  const t = translator(locale, "desk");
  const text = t("case.lastConfirmed", { n: last.days, day: dayText(last.at, locale) });
  return (
    <p className="note">
      {last.isStale ? <strong className="waits">{`${text} ${t("case.stale")}`}</strong> : text}
    </p>
  );
}

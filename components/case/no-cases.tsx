import { familyDoor } from "@/components/shell/family-door";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** Nothing to list: why, and what to do next. Never hints whether somebody is registered without a name. */
export function NoCases({ locale, atAll }: { locale: Locale; atAll: boolean }) {
  const t = translator(locale, "cases");
  return (
    <div className="flow">
      <h2>{t(atAll ? "noneTitle" : "emptyTitle")}</h2>
      <p>{t(atAll ? "noneBody" : "emptyBody")}</p>
      <p>
        <a href={familyDoor(locale)}>{t("emptyFamily")}</a>
      </p>
    </div>
  );
}

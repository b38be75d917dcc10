import { dateInCaracas } from "@/lib/core/clock";
import { dayName } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** In the place of the number, before the first balance: that there is none, why, and when it comes. Never a number of ours. */
export function BeforeFirst({ locale, gate, next }: { locale: Locale; gate: number; next: Date | null }) {
  const t = translator(locale, "home");
  return (
    <div className="band">
      <div className="sheet flow">
        <h1>{t("beforeTitle")}</h1>
        <p>{t("beforeWhy", { gate })}</p>
        <p>
          {next ? t("beforeWhen", { day: dayName(locale, dateInCaracas(next), true) }) : t("beforeNoDate")}{" "}
          {t("beforeOthers")}
        </p>
      </div>
    </div>
  );
}

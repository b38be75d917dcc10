import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";

/** The one answer for an unknown, a withdrawn and a never-issued reference: word for word the same. */
export function NotFoundView({ locale }: { locale: Locale }) {
  const t = translator(locale, "errors");
  return (
    <div className="sheet flow pt-8">
      <h1>{t("notFoundTitle")}</h1>
      <p>{t("notFoundBody")}</p>
      <p>
        <a href={pathTo(locale, "/casos")}>{t("notFoundCases")}</a>
      </p>
      <p>
        <a href={pathTo(locale, "/")}>{t("notFoundHome")}</a>
      </p>
    </div>
  );
}

import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";

/** The one answer for an unknown, a withdrawn and a never-issued reference: word for word the same. `second`: under the other language. */
export function NotFoundView({ locale, second }: { locale: Locale; second?: boolean }) {
  const t = translator(locale, "errors");
  const Title = second ? "h2" : "h1";
  return (
    <div className="sheet flow pt-8">
      <Title>{t("notFoundTitle")}</Title>
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

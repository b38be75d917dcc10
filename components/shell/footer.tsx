import { origin } from "@/lib/core/env";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { familyDoor } from "./family-door";

const CC_BY = "https://creativecommons.org/licenses/by/4.0/";

/** Who keeps this, under which licence, how to check a number and where a family or a correction goes. */
export function Footer({
  locale,
  path,
  organisation,
}: {
  locale: Locale;
  path: string;
  organisation: string;
}) {
  const t = translator(locale, "common");
  const method = pathTo(locale, "/metodo");
  return (
    <footer className="foot">
      <div className="sheet flow">
        <p>{t("footerWho", { organisation })}</p>
        <p>
          {t.rich("footerLicence", {
            a: (words) => (
              <a href={CC_BY} rel="license noreferrer">
                {words}
              </a>
            ),
          })}
        </p>
        <ul className="screen-only">
          <li>
            <a href={method}>{t("footerMethod")}</a>
          </li>
          <li>
            <a href={`${method}#comprobar`}>{t("footerVerify")}</a>
          </li>
          <li>
            <a href={`${method}#correcciones`}>{t("footerCorrections")}</a>
          </li>
          <li>
            <a href="/api/v1/openapi.json">{t("footerData")}</a>
          </li>
          <li>
            <a href={familyDoor(locale)}>{t("footerFamily")}</a>
          </li>
        </ul>
        <p className="print-only">
          {t("printedFrom", { address: `${origin("PUBLIC") ?? ""}${pathTo(locale, path)}` })}
        </p>
      </div>
    </footer>
  );
}

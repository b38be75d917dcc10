import { origin } from "@/lib/core/env";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { familyDoor } from "./family-door";

const CC_BY = "https://creativecommons.org/licenses/by/4.0/";

/** Every page that the masthead has no room for. */
const links = [
  ["/metodo", "footerMethod"],
  ["/glosario", "footerGlossary"],
  ["/cambios", "footerChanges"],
  ["/datos", "footerData"],
  ["/serie", "footerOwnSeries"],
  ["/lugares", "footerPlaces"],
  ["/incrustar", "footerEmbed"],
  ["/comparar/serie", "footerSeries"],
  ["/comparar/cuentas", "footerAccounts"],
  ["/prensa", "footerPress"],
  ["/acerca", "footerAbout"],
  ["/privacidad", "footerPrivacy"],
  ["/verificar-sitio", "footerSite"],
  ["/metodo#comprobar", "footerVerify"],
  ["/metodo#correcciones", "footerCorrections"],
  ["/atom.xml", "footerFeed"],
] as const;

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
        <nav aria-label={t("footerLabel")} className="screen-only">
          <ul>
            {links.map(([path, key]) => (
              <li key={key}>
                <a href={pathTo(locale, path)}>{t(key)}</a>
              </li>
            ))}
            <li>
              <a href={familyDoor(locale)}>{t("footerFamily")}</a>
            </li>
          </ul>
        </nav>
        <p className="print-only">
          {t("printedFrom", { address: `${origin("PUBLIC") ?? ""}${pathTo(locale, path)}` })}
        </p>
      </div>
    </footer>
  );
}

import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { counterpart, pathTo } from "@/lib/i18n/paths";
import { familyDoor } from "./family-door";

const sections = [
  ["/", "home"],
  ["/cifras", "figures"],
  ["/comparar", "compare"],
  ["/casos", "cases"],
  ["/balances", "balances"],
  ["/metodo", "method"],
  ["/prensa", "press"],
] as const;

interface MastheadProps {
  locale: Locale;
  /** Spanish path of this page, with its query. */
  path: string;
}

/** Wordmark and sections: a menu that opens without script, a plain row where there is room for it. */
export function Masthead({ locale, path }: MastheadProps) {
  const t = translator(locale, "common");
  return (
    <header className="masthead">
      <div className="sheet">
        <a href={pathTo(locale, "/")} className="wordmark">
          {t("name")}
        </a>
        <nav aria-label={t("menuLabel")} className="sections">
          <Sections locale={locale} path={path} />
        </nav>
        <details className="menu">
          <summary>{t("menu")}</summary>
          <nav aria-label={t("menuLabel")}>
            <Sections locale={locale} path={path} />
          </nav>
        </details>
      </div>
    </header>
  );
}

/** The sections, the family's door, and this very page in the other language. */
function Sections({ locale, path }: MastheadProps) {
  const t = translator(locale, "common");
  const other = counterpart(pathTo(locale, path));
  return (
    <ul>
      {sections.map(([section, key]) => (
        <li key={section}>
          <a href={pathTo(locale, section)} aria-current={section === path ? "page" : undefined}>
            {t(key)}
          </a>
        </li>
      ))}
      <li>
        <a href={familyDoor(locale)}>{t("footerFamily")}</a>
      </li>
      <li>
        <a href={other.href} lang={other.locale} hrefLang={other.locale} aria-label={t("otherLanguageLabel")}>
          {t("otherLanguage")}
        </a>
      </li>
    </ul>
  );
}

import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { counterpart, pathTo } from "@/lib/i18n/paths";

const sections = [
  ["/", "home"],
  ["/balances", "balances"],
  ["/comparar", "compare"],
  ["/casos", "cases"],
  ["/metodo", "method"],
] as const;

/** Wordmark and menu. The menu opens without script; the language link leads to this very page in the other language. */
export function Masthead({ locale, path }: { locale: Locale; path: string }) {
  const t = translator(locale, "common");
  const other = counterpart(pathTo(locale, path));
  return (
    <header className="masthead">
      <div className="sheet">
        <a href={pathTo(locale, "/")} className="wordmark">
          {t("name")}
        </a>
        <details className="menu">
          <summary>{t("menu")}</summary>
          <nav aria-label={t("menuLabel")}>
            <ul>
              {sections.map(([section, key]) => (
                <li key={section}>
                  <a href={pathTo(locale, section)} aria-current={section === path ? "page" : undefined}>
                    {t(key)}
                  </a>
                </li>
              ))}
              <li>
                <a
                  href={other.href}
                  lang={other.locale}
                  hrefLang={other.locale}
                  aria-label={t("otherLanguageLabel")}
                >
                  {t("otherLanguage")}
                </a>
              </li>
            </ul>
          </nav>
        </details>
      </div>
    </header>
  );
}

import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Site } from "@/lib/opendata/site/schema";
import { DemoBanner } from "./demo-banner";
import { FeedLink } from "./feed-link";
import { Footer } from "./footer";
import { Masthead } from "./masthead";
import { SkipLink } from "./skip-link";

interface PublicFrameProps {
  locale: Locale;
  /** Spanish path of this page, with its query: where the language link leads and what paper prints. */
  path: string;
  site: Site | null;
  children: React.ReactNode;
}

/** Everything around a public page: skip link, demonstration banner, masthead, one main, footer. */
export function PublicFrame({ locale, path, site, children }: PublicFrameProps) {
  const t = translator(locale, "common");
  return (
    <div className="public">
      <FeedLink locale={locale} feed="balances" />
      <SkipLink text={t("skip")} />
      {site?.demonstration && <DemoBanner locale={locale} />}
      <Masthead locale={locale} path={path} />
      <main id="contenido">{children}</main>
      <Footer locale={locale} path={path} organisation={site?.organisation || t("name")} />
    </div>
  );
}

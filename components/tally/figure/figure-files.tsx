import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import { figureFile } from "@/lib/opendata/figures/addresses/rules";
import { embedOf } from "@/lib/opendata/figures/embeds/rules";
import type { Figure } from "@/lib/opendata/figures/schema";

/** Every form in which a figure can be taken away, each of the balance that is shown: what is downloaded stays what was read. */
export function FigureFiles({ locale, figure }: { locale: Locale; figure: Figure }) {
  const t = translator(locale, "figures");
  const { slug } = figure.balance;
  return (
    <section className="entry screen-only">
      <h2>{t("page.filesTitle")}</h2>
      <ul className="choices">
        {(["csv", "json", "svg"] as const).map((form) => (
          <li key={form}>
            <a href={figureFile(locale, figure, form)}>
              {t(form === "svg" && figure.by ? "page.svgDivision" : `page.${form}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={`${href(locale, "incrustar")}?view=${embedOf(figure.name)}&balance=${slug}`}>
            {t("page.embed")}
          </a>
        </li>
        <li>
          <a href={pathTo(locale, `/balances/${slug}`)}>{t("page.whole", { slug })}</a>
        </li>
      </ul>
    </section>
  );
}

import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import { figureAddress } from "@/lib/opendata/figures/addresses/rules";
import { type Figure, type FigureQuery, figurePaths } from "@/lib/opendata/figures/schema";

/** The total with and without those held at home, two links: one word of difference between registries that is often mistaken. */
export function HouseArrest({
  locale,
  figure,
  asked,
}: {
  locale: Locale;
  figure: Figure;
  asked: FigureQuery;
}) {
  const t = translator(locale, "figures");
  const to = (house: "with" | "without") =>
    pathTo(locale, `/${figurePaths.held}${figureAddress({ ...asked, house, by: undefined })}`);
  return (
    <section className="entry screen-only">
      <h2>{t("page.houseTitle")}</h2>
      <ul className="choices">
        {(["with", "without"] as const).map((house) => (
          <li key={house}>
            <a href={to(house)} aria-current={figure.house === house ? "true" : undefined}>
              {t(house === "with" ? "page.houseWith" : "page.houseWithout")}
            </a>
          </li>
        ))}
      </ul>
      <p className="note">{t("page.houseWhy")}</p>
    </section>
  );
}

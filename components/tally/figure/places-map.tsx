import { MAP } from "@/components/chart/places-drawing";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import {
  type Place,
  placesAddress,
  placeWords,
  type Shade,
  shadesOf,
} from "@/lib/opendata/figures/places/rules";
import type { PlacesQuery } from "@/lib/opendata/figures/places/schema";

interface PlacesMapProps {
  locale: Locale;
  places: readonly Place[];
  exact: boolean;
  asked: PlacesQuery;
}

/** The states as they lie: an ornament with no number in it, passed over by whoever listens, and beside it what each shade stands for. */
export function PlacesMap({ locale, places, exact, asked }: PlacesMapProps) {
  const t = translator(locale, "figures");
  const words = ({ level, least, most, bound }: Shade) => {
    if (level === 0) return placeWords(locale, null, exact);
    const size =
      least === most
        ? number(locale, most)
        : t("places.range", { least: number(locale, least), most: number(locale, most) });
    return bound ? t("amount.atLeast", { n: size }) : size;
  };
  return (
    <div className="places-map">
      <img
        className="chart"
        src={`${href(locale, "lugares/mapa.svg")}${placesAddress(asked)}`}
        alt=""
        {...MAP}
        loading="lazy"
        decoding="async"
      />
      <div>
        <h3>{t("places.shades")}</h3>
        <ul className="shades">
          {shadesOf(places).map((shade) => (
            <li key={shade.level}>
              <span className={`shade shade-${shade.level}`} />
              <b className="num">{words(shade)}</b>: {shade.names.join(", ")}
            </li>
          ))}
        </ul>
        <p className="note mt-2">
          {t("places.mapNote")}{" "}
          <a href="https://github.com/markmarkoh/datamaps" rel="noreferrer external">
            Datamaps
          </a>{" "}
          (© Mark DiMarco, MIT).
        </p>
      </div>
    </div>
  );
}

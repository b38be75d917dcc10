import { Notice } from "@/components/ui/notice";
import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import { figureFile } from "@/lib/opendata/figures/addresses/rules";
import {
  type Place,
  placesAddress,
  placesIn,
  placeWords,
  tileNumber,
} from "@/lib/opendata/figures/places/rules";
import { type PlacesQuery, placeDimensions } from "@/lib/opendata/figures/places/schema";
import { Cite } from "../cite";
import { CutOff } from "../cut-off";
import { PlacesMap } from "./places-map";

interface PlacesViewProps {
  locale: Locale;
  balance: PublishedBalance;
  asked: PlacesQuery;
  ignored: boolean;
  site: string | null;
}

/** The states as a grid of tiles and as a ranked table: the same numbers, and where nothing is published that is said in both. */
export function PlacesView({ locale, balance, asked, ignored, site }: PlacesViewProps) {
  const t = translator(locale, "figures");
  const { content, slug } = balance;
  const places = placesIn(locale, content, asked.by);
  const exact = content.disclosure.cells === "exact";
  const unknown = content.partitions[asked.by].unknown ?? null;
  const figure = { name: "held", balance: { slug }, by: asked.by, house: "with" } as const;
  return (
    <div className="sheet pt-8">
      <p className="screen-only">
        <a href={href(locale, "cifras")}>{t("page.back")}</a>
      </p>
      <h1 className="mt-3">{t("places.title")}</h1>
      {ignored && <Notice kind="care">{t("series.ignored")}</Notice>}
      <p className="mt-3">{t("places.lead")}</p>
      <p className="note mt-2">
        <CutOff locale={locale} at={content.at} />
      </p>
      <ul className="choices screen-only mt-3">
        {placeDimensions.map((by) => (
          <li key={by}>
            <a
              href={pathTo(locale, `/lugares${placesAddress({ ...asked, by })}`)}
              aria-current={asked.by === by ? "true" : undefined}
            >
              {t(`by.${by}`)}
            </a>
          </li>
        ))}
      </ul>
      <section className="entry">
        <h2>{t("places.tiles")}</h2>
        <Tiles locale={locale} places={places} exact={exact} />
        <p className="note mt-3">{t("places.tilesNote")}</p>
        <PlacesMap locale={locale} places={places} exact={exact} asked={{ by: asked.by, balance: slug }} />
      </section>
      <section className="entry">
        <h2>{t("places.ranked")}</h2>
        <Table
          caption={t(`by.${asked.by}`)}
          columns={columnsIn(locale, exact)}
          rows={places}
          rowKey={({ code }) => code}
          isQuiet={({ level }) => level === 0}
          cards
        />
        <p className="note mt-2">
          {t("places.unknown")}: {placeWords(locale, unknown, exact)}.
        </p>
        <p className="note mt-2">{t("places.caracas")}</p>
        <p className="note mt-2">{t("places.why")}</p>
        <p className="screen-only mt-3">
          <a href={figureFile(locale, figure, "csv")}>CSV</a> ·{" "}
          <a href={figureFile(locale, figure, "json")}>JSON</a> ·{" "}
          <a href={figureFile(locale, figure, "svg")}>{t("page.svg")}</a>
        </p>
      </section>
      <Cite
        {...{ locale, balance, site }}
        subject={`${t("places.title")}: ${t(`by.${asked.by}`)}`}
        path={`/lugares${placesAddress({ by: asked.by, balance: slug })}`}
      />
    </div>
  );
}

/** Read in the order of the table; each tile lies where its state lies. Darker is more, and the number is always printed. */
function Tiles({ locale, places, exact }: { locale: Locale; places: readonly Place[]; exact: boolean }) {
  return (
    <ul className="tiles">
      {places.map((place) => (
        <li key={place.code} className={`tile tile-${place.tile} level-${place.level}`}>
          <a
            href={href(locale, "lugares", place.slug)}
            aria-label={`${place.name}: ${placeWords(locale, place, exact)}`}
          >
            <abbr title={place.name}>{place.tile}</abbr>
            <b className="num">{tileNumber(locale, place, exact)}</b>
          </a>
        </li>
      ))}
    </ul>
  );
}

function columnsIn(locale: Locale, exact: boolean): Column<Place>[] {
  const t = translator(locale, "figures");
  return [
    {
      key: "place",
      head: t("page.colPlace"),
      cell: ({ slug, name }) => <a href={href(locale, "lugares", slug)}>{name}</a>,
    },
    {
      key: "named",
      head: t("page.colNamed"),
      numeric: true,
      cell: ({ named }) => number(locale, named),
    },
    {
      key: "unnamed",
      head: t("page.colUnnamed"),
      numeric: true,
      cell: ({ unnamedAtLeast }) =>
        unnamedAtLeast > 0
          ? t("amount.atLeast", { n: number(locale, unnamedAtLeast) })
          : exact
            ? number(locale, 0)
            : t("page.placeNone"),
    },
  ];
}

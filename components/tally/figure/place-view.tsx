import { DetailsList } from "@/components/ui/details-list";
import { type Column, Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { href, pathTo } from "@/lib/i18n/paths";
import type { PublishedBalance } from "@/lib/opendata/balances/queries";
import { type Entity, placeSlug, placeWords } from "@/lib/opendata/figures/places/rules";
import type { PlaceMoment } from "@/lib/opendata/figures/places/schema";
import { closingDay } from "@/lib/opendata/figures/words/rules";
import { Cite } from "../cite";
import { CutOff } from "../cut-off";

interface PlaceViewProps {
  locale: Locale;
  place: Entity;
  balance: PublishedBalance;
  /** Newest first. */
  moments: readonly PlaceMoment[];
  site: string | null;
}

/** What may be said of one state, and since when. Where nothing may, why: never a zero that would be a statement. */
export function PlaceView({ locale, place, balance, moments, site }: PlaceViewProps) {
  const t = translator(locale, "figures");
  const { content, slug } = balance;
  const [held, detained] = [
    content.partitions.stateHeld[place.code] ?? null,
    content.partitions.stateOfDetention[place.code] ?? null,
  ];
  const exact = content.disclosure.cells === "exact";
  const said = placeWords(locale, held, exact);
  const columns: Column<PlaceMoment>[] = [
    {
      key: "at",
      head: t("page.colCutOff"),
      cell: (moment) =>
        moment.slug === slug ? (
          closingDay(locale, moment.at.toISOString())
        ) : (
          <a href={pathTo(locale, `/balances/${moment.slug}`)}>
            {closingDay(locale, moment.at.toISOString())}
          </a>
        ),
    },
    {
      key: "held",
      head: t("by.stateHeld"),
      cell: (moment) => placeWords(locale, moment.held, moment.cells === "exact"),
    },
    {
      key: "detained",
      head: t("by.stateOfDetention"),
      cell: (moment) => placeWords(locale, moment.detained, moment.cells === "exact"),
    },
  ];
  return (
    <div className="sheet pt-8">
      <p className="screen-only">
        <a href={href(locale, "lugares")}>{t("places.back")}</a>
      </p>
      <h1 className="mt-3">{place[locale]}</h1>
      <p className="note mt-2">
        <CutOff locale={locale} at={content.at} />
      </p>
      <div className="mt-4">
        <DetailsList
          rows={[
            { term: t("by.stateHeld"), detail: said },
            { term: t("by.stateOfDetention"), detail: placeWords(locale, detained, exact) },
          ]}
        />
      </div>
      <p className="mt-3">{t("places.why")}</p>
      {(place.code === "VE-A" || place.code === "VE-M") && <p className="mt-3">{t("places.caracas")}</p>}
      <section className="entry">
        <h2>{t("places.history")}</h2>
        <Table
          caption={t("places.historyCaption", { n: moments.length })}
          columns={columns}
          rows={moments}
          rowKey={(moment) => moment.slug}
          cards
        />
      </section>
      <Cite
        {...{ locale, balance, site }}
        subject={`${place[locale]}: ${said}`}
        path={`/lugares/${placeSlug(place)}?balance=${slug}`}
      />
    </div>
  );
}

import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { pathTo } from "@/lib/i18n/paths";
import {
  dimensionsOf,
  type Figure,
  type FigureQuery,
  type FigureRow,
  figurePaths,
} from "@/lib/opendata/figures/schema";
import { amountWords, cellWords, divisionFinding, figureTitle } from "@/lib/opendata/figures/words/rules";
import { FigureImage } from "./figure-image";

interface DivisionProps {
  locale: Locale;
  figure: Figure;
  asked: FigureQuery;
}

/** A figure divided one way at a time: a form, a table, a drawing of the same. What is withheld says why; no table is ever empty. */
export function Division({ locale, figure, asked }: DivisionProps) {
  const t = translator(locale, "figures");
  const choices = dimensionsOf[figure.name];
  if (!choices && !figure.withheld) return null;
  return (
    <section className="entry" id="partes">
      <h2>{t("page.divideTitle")}</h2>
      {choices && <DivideForm {...{ locale, figure, asked, choices }} />}
      {figure.withheld && <p>{t(`withheld.${figure.withheld}`)}</p>}
      {figure.by && figure.rows && (
        <>
          <div className="mt-4">
            <Cells locale={locale} figure={figure} by={figure.by} rows={figure.rows} />
          </div>
          <FigureImage
            locale={locale}
            figure={figure}
            height={38 * figure.rows.length + 4}
            alt={divisionFinding(locale, figure)}
          />
        </>
      )}
    </section>
  );
}

type Divided = { locale: Locale; figure: Figure; by: NonNullable<Figure["by"]>; rows: readonly FigureRow[] };

function Cells({ locale, figure, by, rows }: Divided) {
  const t = translator(locale, "figures");
  const places = rows.some(({ named }) => named !== null);
  const whole: Column<FigureRow>[] = [
    {
      key: "value",
      head: t(figure.unit === "events" ? "page.colEvents" : "page.colValue"),
      numeric: true,
      cell: ({ value }) => amountWords(locale, value),
    },
  ];
  const byName: Column<FigureRow>[] = [
    {
      key: "named",
      head: t("page.colNamed"),
      numeric: true,
      cell: ({ named }) => number(locale, named ?? 0),
    },
    {
      key: "unnamed",
      head: t("page.colUnnamed"),
      numeric: true,
      cell: ({ value }) => (value ? amountWords(locale, value) : t("page.placeNone")),
    },
  ];
  return (
    <>
      <Table
        caption={t("page.divisionCaption", {
          title: figureTitle(locale, figure.name),
          division: t(`by.${by}`),
        })}
        columns={[
          {
            key: "cell",
            head: t(places ? "page.colPlace" : "page.colCell"),
            cell: ({ cell }) => cellWords(locale, by, cell),
          },
          ...(places ? byName : whole),
        ]}
        rows={rows}
        rowKey={({ cell }) => cell}
      />
      {places && <p className="note mt-2">{t("page.placesFew")}</p>}
      {!places && rows.some(({ value }) => value?.sense === "atLeast") && (
        <p className="note mt-2">{t("page.atLeastWhy")}</p>
      )}
    </>
  );
}

function DivideForm({ locale, figure, asked, choices }: DivisionProps & { choices: readonly string[] }) {
  const t = translator(locale, "figures");
  return (
    <form
      action={pathTo(locale, `/${figurePaths[figure.name]}`)}
      method="get"
      className="filters screen-only"
    >
      <SelectField
        name="by"
        label={t("page.divideBy")}
        empty={t("page.divideNone")}
        defaultValue={figure.by ?? ""}
        choices={choices.map((value) => ({ value, label: t(`by.${value}` as "by.sex") }))}
      />
      {asked.balance && <input type="hidden" name="balance" value={asked.balance} />}
      {asked.balance && asked.known && <input type="hidden" name="known" value={asked.known} />}
      <Button>{t("page.divideButton")}</Button>
    </form>
  );
}

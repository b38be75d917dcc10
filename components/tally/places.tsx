import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { BalanceContent } from "@/lib/opendata/balances/queries";
import { entities } from "@/lib/vocabularies/places/entities/schema";

type Dimension = "stateHeld" | "stateOfDetention";
type Row = { code: string; words: string; named: number; unnamedAtLeast: number };

/** Places: people with a public page exactly, the others only in steps. States with neither are not listed, and that is said. */
export function Places({ locale, balance, dimension }: PlacesProps) {
  const t = translator(locale, "balances");
  const rows = Object.entries(balance.partitions[dimension])
    .map(([code, cell]) => ({ code, words: placeName(locale, code), ...cell }))
    .filter((row) => row.named > 0 || row.unnamedAtLeast > 0)
    .sort((a, b) => b.named + b.unnamedAtLeast - a.named - a.unnamedAtLeast || a.code.localeCompare(b.code));
  const columns: Column<Row>[] = [
    { key: "place", head: t("colPlace"), cell: (row) => row.words },
    { key: "named", head: t("colNamed"), numeric: true, cell: (row) => number(locale, row.named) },
    {
      key: "unnamed",
      head: t("colUnnamed"),
      numeric: true,
      cell: (row) =>
        row.unnamedAtLeast > 0 ? t("atLeastN", { n: number(locale, row.unnamedAtLeast) }) : t("noFloor"),
    },
  ];
  return (
    <div className="mt-4">
      {rows.length > 0 && (
        <Table caption={t(dimension)} columns={columns} rows={rows} rowKey={(row) => row.code} cards />
      )}
      <p className="note mt-2">{t("placesFew")}</p>
    </div>
  );
}

interface PlacesProps {
  locale: Locale;
  balance: BalanceContent;
  dimension: Dimension;
}

/** A state by its name; whatever is no state of Venezuela is "not recorded". */
export const placeName = (locale: Locale, code: string): string =>
  entities.find((entity) => entity.code === code)?.[locale] ?? translator(locale, "balances")("placeUnknown");

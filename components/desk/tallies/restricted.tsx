import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Restricted as Stock } from "@/lib/tallies/restricted/schema";
import { measures } from "@/lib/vocabularies/law/measures/schema";
import { momentWords } from "./moment-words";

/** Who is outside but not free, as far as it is known, and under which measures (R16). */
export function Restricted({ locale, restricted }: { locale: Locale; restricted: Stock }) {
  const t = translator(locale, "tallies");
  const { total, releasedWithMeasures, noMeasureRecorded } = restricted;
  const rows = measures
    .map((measure) => ({
      code: measure.code,
      words: measure[locale],
      n: restricted.measures[measure.code] ?? 0,
    }))
    .filter(({ n }) => n > 0);
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "measure", head: t("measure"), cell: ({ code, words }) => `${code}: ${words}` },
    { key: "n", head: t("people"), numeric: true, cell: ({ n }) => number(locale, n) },
  ];
  return (
    <section className="entry flow">
      <h2>{t("restrictedTitle")}</h2>
      <p>
        {total === 0
          ? t("restrictedNone")
          : t("restrictedLead", { total, released: releasedWithMeasures, unrecorded: noMeasureRecorded })}
      </p>
      {rows.length > 0 && (
        <Table
          caption={t("restrictedCaption", { at: momentWords(locale, restricted.at) })}
          columns={columns}
          rows={rows}
          rowKey={({ code }) => code}
        />
      )}
    </section>
  );
}

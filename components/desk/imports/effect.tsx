import { DetailsList } from "@/components/ui/details-list";
import { Table } from "@/components/ui/table";
import type { BatchView } from "@/lib/cases/exchange/batches/queries";
import { MOST_AT_THE_DESK } from "@/lib/cases/exchange/batches/schema";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { label } from "@/lib/vocabularies/rules";

interface EffectProps {
  locale: Locale;
  batch: BatchView;
  /** How many are held now; null for who may not read exact numbers. */
  held: number | null;
}

/** What confirming a batch would make and whether the total would move. */
export function Effect({ locale, batch: { preview, kind, lines, source }, held }: EffectProps) {
  const t = translator(locale, "imports");
  if (!preview) {
    if (lines <= MOST_AT_THE_DESK) return null;
    const command = kind === "template" ? `import-cases … --source "${source}"` : "import-registry …";
    return (
      <>
        <p>{t("desk.tooLarge", { lines, most: MOST_AT_THE_DESK })}</p>
        <p>
          <code>npm run vigilia -- {command} --as … --second …</code>
        </p>
      </>
    );
  }
  const after = held === null ? null : held + preview.held;
  const rows = [
    { term: t("desk.cases"), detail: number(locale, preview.cases) },
    { term: t("desk.already"), detail: number(locale, preview.already) },
    { term: t("desk.facts"), detail: number(locale, preview.facts) },
    { term: t("desk.pending"), detail: number(locale, preview.pending) },
    ...(kind === "registry" ? [{ term: t("desk.verified"), detail: number(locale, preview.verified) }] : []),
  ];
  return (
    <>
      {held !== null && after !== null && (
        <p className="notice">
          <strong>
            {after === held
              ? t("desk.totalSame", { before: held })
              : t("desk.totalMoves", { before: held, after })}
          </strong>{" "}
          {t("desk.pendingMoves", { n: preview.pending })}
        </p>
      )}
      <DetailsList rows={rows} />
      {preview.byState.length > 0 && (
        <Table
          caption={t("desk.byState")}
          columns={[
            {
              key: "entity",
              head: t("desk.entity"),
              cell: (row) =>
                row.entity === "unknown" ? t("desk.unknown") : label("entity", row.entity, locale),
            },
            { key: "cases", head: t("desk.lines"), numeric: true, cell: (row) => number(locale, row.cases) },
          ]}
          rows={preview.byState}
          rowKey={(row) => row.entity}
        />
      )}
    </>
  );
}

import { placeName } from "@/components/tally/places";
import { type Column, Table } from "@/components/ui/table";
import { explainDisclosure } from "@/lib/balances/disclosure/reasons/rules";
import type { DisclosedLine } from "@/lib/balances/disclosure/reasons/schema";
import type { DraftView } from "@/lib/balances/drafts/list/queries";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** Every line of a draft: what was counted, what the public will read of it, and why. For those who may read exact numbers. */
export function Preview({ locale, draft }: { locale: Locale; draft: DraftView }) {
  const t = translator(locale, "balances");
  const own = translator(locale, "desk-balances");
  const count = (n: number | null) => (n === null ? "—" : number(locale, n));
  const columns: Column<DisclosedLine>[] = [
    { key: "line", head: t("desk.colLine"), cell: (line) => lineWords(locale, line) },
    { key: "exact", head: t("desk.colExact"), numeric: true, cell: ({ total }) => count(total) },
    { key: "named", head: t("desk.colNamed"), numeric: true, cell: ({ named }) => count(named) },
    {
      key: "unnamed",
      head: t("desk.colUnnamed"),
      numeric: true,
      cell: ({ total, named }) => count(total === null || named === null ? null : total - named),
    },
    { key: "printed", head: t("desk.colPrinted"), numeric: true, cell: (line) => saidWords(locale, line) },
    { key: "why", head: own("preview.why"), cell: ({ reason }) => own(`preview.reasons.${reason}`) },
  ];
  return (
    <section className="entry flow">
      <h2>{own("preview.title")}</h2>
      <p className="note">{own("preview.note")}</p>
      <Table
        cards
        caption={t("desk.previewCaption")}
        columns={columns}
        rows={explainDisclosure(draft.content, draft.exact)}
        rowKey={({ dimension, value }) => `${dimension}.${value}`}
      />
    </section>
  );
}

function lineWords(locale: Locale, { dimension, value }: DisclosedLine): string {
  const t = translator(locale, "balances");
  const home = translator(locale, "home");
  const own = translator(locale, "desk-balances");
  if (dimension === "held") return t("desk.dimensions.held");
  if (dimension === "apart")
    return `${own("preview.apart")}: ${own(`preview.${value}` as "preview.pending")}`;
  if (dimension === "ofWhich") return home(`ofWhich.${value}` as "ofWhich.houseArrest");
  if (dimension === "stateHeld" || dimension === "stateOfDetention")
    return `${t(dimension)}: ${placeName(locale, value)}`;
  const name = home(`partitions.${dimension}` as "partitions.sex");
  return `${name}: ${home(`cells.${dimension}.${value}` as "cells.sex.man")}`;
}

function saidWords(locale: Locale, { said }: DisclosedLine): string {
  const t = translator(locale, "balances");
  switch (said.how) {
    case "exactly":
    case "atLeast":
    case "lessThan":
      return t(`desk.${said.how}`, { n: number(locale, said.n) });
    case "folded":
    case "notPrinted":
      return t(`desk.${said.how}`);
    case "place": {
      const values = { named: number(locale, said.named), n: number(locale, said.atLeast) };
      return t(said.atLeast > 0 ? "desk.placeFloor" : "desk.placeNamed", values);
    }
  }
}

import { boundsText, dayText } from "@/components/desk/when";
import { originText, stateText } from "@/components/desk/words";
import { Table } from "@/components/ui/table";
import { givers } from "@/lib/consent/schema";
import type { SheetCorrection, SheetEvidence, SheetFact, SheetPermission } from "@/lib/filings/sheet/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { label } from "@/lib/vocabularies/rules";

/** What the case rests on, numbered as the decisions quote it, each with its worth, its origin and its hash; no file. */
export function SheetEvidenceList({ items, locale }: { items: readonly SheetEvidence[]; locale: Locale }) {
  const t = translator(locale, "desk-ficha");
  if (items.length === 0) return <p>{t("none")}</p>;
  return (
    <Table
      caption={t("sections.evidence")}
      rows={items.map((item, n) => ({ ...item, n: n + 1 }))}
      rowKey={(item) => item.id}
      columns={[
        { key: "n", head: t("evidence.n"), numeric: true, cell: (item) => item.n },
        {
          key: "item",
          head: t("evidence.item"),
          cell: (item) => (
            <>
              <b>{item.title}</b>
              <span className="note">
                {label("source_kind", item.kind, locale)} · {originText(item.origin, locale)}
              </span>
              {item.quotation && <q className="words">{item.quotation}</q>}
              {item.place && <span className="note">{item.place}</span>}
            </>
          ),
        },
        {
          key: "grade",
          head: t("evidence.grade"),
          cell: (item) =>
            item.withdrawnAt
              ? t("evidence.withdrawn", { day: dayText(item.withdrawnAt, locale) })
              : t(`evidence.${item.lead ? "lead" : item.ofTheFamily ? "familys" : "apart"}`),
        },
        { key: "received", head: t("evidence.received"), cell: (item) => dayText(item.receivedAt, locale) },
        {
          key: "hash",
          head: t("evidence.hash"),
          cell: (item) => <code className="hash">{item.sha256.match(/.{16}/g)?.join(" ")}</code>,
        },
      ]}
    />
  );
}

/** Every answer about every purpose with its dates: by whom as a kind, never as a name. */
export function SheetPermissions({ rows, locale }: { rows: readonly SheetPermission[]; locale: Locale }) {
  const t = translator(locale, "desk-ficha");
  const d = translator(locale, "desk");
  if (rows.length === 0) return <p>{t("none")}</p>;
  return (
    <Table
      caption={t("sections.permissions")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "purpose",
          head: t("permissions.purpose"),
          cell: (row) => label("purpose", row.purpose, locale),
        },
        {
          key: "answer",
          head: t("permissions.answer"),
          cell: (row) => d(row.granted ? "permission.allowed" : "permission.refused"),
        },
        {
          key: "who",
          head: t("permissions.who"),
          cell: (row) =>
            [
              d(`permission.givers.${givers.find((one) => one === row.givenBy) ?? "other"}`),
              t(row.standing ? "permissions.standing" : "permissions.noStanding"),
              row.textVersion && t("permissions.text", { version: row.textVersion }),
            ]
              .filter(Boolean)
              .join(" · "),
        },
        {
          key: "dates",
          head: t("permissions.dates"),
          cell: ({ knownFrom, knownTo }) =>
            knownTo
              ? t("permissions.span", { from: dayText(knownFrom, locale), to: dayText(knownTo, locale) })
              : t("permissions.since", { day: dayText(knownFrom, locale) }),
        },
      ]}
    />
  );
}

/** What held once and does not any more: nothing that was believed is hidden from whoever relies on this. */
export function SheetCorrections({ rows, locale }: { rows: readonly SheetCorrection[]; locale: Locale }) {
  const t = translator(locale, "desk-ficha");
  if (rows.length === 0) return <p>{t("none")}</p>;
  const words = (fact: SheetFact) =>
    `${stateText(fact.track, fact.state, locale)} (${boundsText(fact, locale)})`;
  return (
    <Table
      caption={t("sections.corrections")}
      rows={rows}
      rowKey={({ fact }) => fact.id}
      columns={[
        { key: "was", head: t("corrections.was"), cell: ({ fact }) => words(fact) },
        {
          key: "now",
          head: t("corrections.now"),
          cell: ({ replacedBy }) => (replacedBy ? words(replacedBy) : t("corrections.withdrawn")),
        },
        {
          key: "held",
          head: t("corrections.held"),
          cell: ({ fact }) =>
            t("permissions.span", {
              from: dayText(fact.knownFrom, locale),
              to: fact.knownTo ? dayText(fact.knownTo, locale) : "",
            }),
        },
        { key: "why", head: t("corrections.why"), cell: ({ why }) => why ?? "" },
      ]}
    />
  );
}

import { ActText, aboutText } from "@/components/desk/act-text";
import { Table } from "@/components/ui/table";
import type { AuditLine } from "@/lib/audit/list";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";

/** Acts, newest first, as they were recorded: never what was written in a case, only that it was. */
export function TrailTable({ acts, locale }: { acts: AuditLine[]; locale: Locale }) {
  const t = translator(locale, "staff");
  return (
    <Table
      caption={t("auditTitle")}
      rows={acts}
      cards
      rowKey={({ seq }) => String(seq)}
      columns={[
        { key: "seq", head: "#", cell: ({ seq }) => String(seq) },
        { key: "at", head: t("auditWhen"), cell: ({ at }) => t("auditMoment", { at }) },
        { key: "who", head: t("auditWho"), cell: ({ actor }) => actor },
        {
          key: "what",
          head: t("auditWhat"),
          cell: ({ action }) => <ActText action={action} locale={locale} />,
        },
        { key: "about", head: t("auditAbout"), cell: ({ about }) => aboutText(about, locale) },
      ]}
    />
  );
}

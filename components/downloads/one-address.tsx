import { type Column, Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { anchorOf, type Parameter, type Reference } from "@/lib/opendata/reference/rules";

/** One address of the API: what it is for, what may be asked, what it answers, and a link to try it where nothing must be filled in. */
export function OneAddress({ locale, one }: { locale: Locale; one: Reference }) {
  const t = translator(locale, "data");
  const columns: Column<Parameter>[] = [
    { key: "name", head: t("colParam"), cell: ({ name }) => <code>{name}</code> },
    {
      key: "kind",
      head: t("colKind"),
      cell: ({ kind, inPath }) => (inPath ? t("inPath", { kind }) : kind),
    },
  ];
  const isWhole = one.parameters.every(({ inPath }) => !inPath);
  return (
    <section className="entry flow" id={anchorOf(one.path)}>
      <h2>
        <code className="break-all">{one.path}</code>
      </h2>
      <p lang="en">{one.summary}.</p>
      <h3>{t("params")}</h3>
      {one.parameters.length > 0 ? (
        <Table
          caption={t("paramCaption", { path: one.path })}
          columns={columns}
          rows={one.parameters}
          rowKey={({ name }) => name}
        />
      ) : (
        <p>{t("noParams")}</p>
      )}
      <h3>{t("answers")}</h3>
      <p>
        {one.keys.length > 0
          ? t("answersJson", { keys: one.keys.join(", ") })
          : t("answersFile", { type: one.type })}
      </p>
      {isWhole && (
        <p className="screen-only">
          <a href={one.path}>{t("try")}</a>
        </p>
      )}
    </section>
  );
}

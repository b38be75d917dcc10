import { type Column, Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import { kindWords, meaningOf } from "@/lib/opendata/dictionary/rules";
import type { DescribedFile } from "@/lib/opendata/dictionary/schema";

/** One file of the dictionary: each column in its order, what it may hold and what it means. */
export function DescribedColumns({ locale, file }: { locale: Locale; file: DescribedFile }) {
  const t = translator(locale, "data");
  const words = wordsOf(locale, "data");
  const title = t(`files.${file.name}.title`);
  const rows = Object.entries(file.columns).map(([name, shape]) => ({ name, shape }));
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "name", head: t("colColumn"), cell: ({ name }) => <code>{name}</code> },
    { key: "meaning", head: t("colMeaning"), cell: ({ name }) => meaningOf(words, file.name, name) },
    { key: "kind", head: t("colKind"), cell: ({ shape }) => kindWords(words, shape) },
  ];
  return (
    <section className="entry flow" id={file.name}>
      <h2>{title}</h2>
      <p className="note">
        {t(`files.${file.name}.what`)} {t(`licences.${file.licence}`)}.
      </p>
      <Table
        caption={t("dictCaption", { file: title })}
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
        cards
      />
    </section>
  );
}

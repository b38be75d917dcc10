import { Table } from "@/components/ui/table";
import type { Findings } from "@/lib/cases/exchange/batches/schema";
import { noticeCodes, problemCodes } from "@/lib/cases/exchange/template/schema";
import { number } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locales";
import { translator, wordsOf } from "@/lib/i18n/messages";
import reasons from "@/lib/i18n/messages/es/imports.json";

interface FoundProps {
  locale: Locale;
  found: Findings;
}

interface Finding {
  line: number;
  column: string | null;
  code: string;
  values?: Record<string, string | number>;
}

/** Why a line was left out or deserves a look: in the words of the template, or in those of a registry file. */
function reasonOf({ code, values }: Finding, locale: Locale): string {
  const { say } = wordsOf(locale, "imports");
  if ((problemCodes as readonly string[]).includes(code) && values && Object.keys(values).length > 0) {
    return say(`problems.${code}`, values);
  }
  const bare = code.split(": ")[0] ?? "";
  if (bare in reasons.lineReasons) return say(`lineReasons.${bare}`);
  if ((problemCodes as readonly string[]).includes(code)) return say(`problems.${code}`);
  if ((noticeCodes as readonly string[]).includes(code)) return say(`notices.${code}`);
  return say("lineReasons.other");
}

/** What was found when the file was judged: who resembles whom, what was left out and why, what deserves a look. */
export function Found({ locale, found }: FoundProps) {
  const t = translator(locale, "imports");
  const line = { key: "line", head: t("desk.line") };
  const findings = (title: string, rows: readonly Finding[], total: number) => (
    <>
      <Table
        cards
        caption={title}
        columns={[
          { ...line, cell: (row) => row.line },
          { key: "column", head: t("desk.where"), cell: (row) => row.column ?? "" },
          { key: "why", head: t("desk.why"), cell: (row) => reasonOf(row, locale) },
        ]}
        rows={rows}
        rowKey={(row) => `${row.line}-${row.column}-${row.code}`}
      />
      {total > rows.length && <p>{t("desk.more", { n: total - rows.length })}</p>}
    </>
  );
  return (
    <>
      <section className="entry flow">
        <h2>{t("desk.alikeTitle")}</h2>
        {found.alike.length === 0 ? (
          <p>{t("desk.alikeNone")}</p>
        ) : (
          <>
            <p>{t("desk.alikeNote")}</p>
            <Table
              caption={t("desk.likenesses", { n: found.likenesses })}
              columns={[
                { ...line, cell: (row) => row.line },
                {
                  key: "like",
                  head: t("desk.like"),
                  cell: (row) => <Like like={row.like} locale={locale} />,
                },
              ]}
              rows={found.alike}
              rowKey={(row) => String(row.line)}
            />
            {found.likenesses > found.alike.length && (
              <p>{t("desk.more", { n: found.likenesses - found.alike.length })}</p>
            )}
          </>
        )}
      </section>
      <section className="entry flow">
        <h2>{t("desk.refusedTitle")}</h2>
        {found.problems.length === 0 ? (
          <p>{t("desk.refusedNone")}</p>
        ) : (
          findings(t("desk.refused", { n: found.refused.lines }), found.problems, found.refused.total)
        )}
      </section>
      {found.notices.length > 0 && (
        <section className="entry flow">
          <h2>{t("desk.noticesTitle")}</h2>
          {findings(number(locale, found.noticed), found.notices, found.noticed)}
        </section>
      )}
    </>
  );
}

function Like({ like, locale }: { like: string; locale: Locale }) {
  const twin = /^line (\d+)$/.exec(like)?.[1];
  if (twin) return translator(locale, "imports")("desk.likeLine", { line: twin });
  return <a href={`/equipo/casos/${like}`}>{like}</a>;
}

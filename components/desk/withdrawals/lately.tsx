import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { EarlyDraft } from "@/lib/vetting/withdrawals/lately/queries";
import type { ActedAtOnce, ErasureRow } from "@/lib/vetting/withdrawals/schema";
import { momentText } from "../when";

interface WaitingProps {
  opened: { applied: number; toReview: number };
  drafts: EarlyDraft[];
  locale: Locale;
}

/** What came with a code and was opened by this very look, and the drafts that were made too early. */
export function WaitingPart({ opened: { applied, toReview }, drafts, locale }: WaitingProps) {
  const t = translator(locale, "withdrawals");
  return (
    <section className="entry" id="balance">
      <h2>{t("waiting.title")}</h2>
      {applied + toReview === 0 ? (
        <p className="empty">{t("waiting.none")}</p>
      ) : (
        <p role="status">{t("waiting.opened", { n: applied + toReview, toReview })}</p>
      )}
      {drafts.length > 0 && (
        <>
          <p>
            <strong className="waits">{t("waiting.drafts")}</strong>
          </p>
          <ul>
            {drafts.map((draft) => (
              <li key={draft.id}>
                <a href={`/equipo/balances/${draft.id}`}>
                  {t("waiting.draft", { who: draft.draftedBy, moment: momentText(draft.draftedAt, locale) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What acted at once when its giver took it back: when it was, and that it is done. */
export function ActedTable({ rows, locale }: { rows: ActedAtOnce[]; locale: Locale }) {
  const t = translator(locale, "withdrawals");
  if (rows.length === 0) return <p className="empty">{t("done.empty")}</p>;
  const who = (by: string) =>
    by === "family" ? t("done.family") : by.startsWith("system:") ? t("done.system") : by;
  return (
    <Table
      cards
      caption={t("done.caption")}
      rows={rows}
      rowKey={(row) => `${row.what} ${row.reference} ${row.at.toISOString()}`}
      columns={[
        { key: "what", head: t("done.what"), cell: (row) => t(`done.${row.what}`) },
        {
          key: "case",
          head: t("done.case"),
          cell: (row) => <a href={`/equipo/casos/${row.reference}`}>{row.reference}</a>,
        },
        { key: "when", head: t("done.when"), cell: (row) => momentText(row.at, locale) },
        { key: "by", head: t("done.by"), cell: (row) => who(row.by) },
        {
          key: "state",
          head: t("done.state"),
          cell: (row) =>
            t(row.what === "count" ? "done.countDone" : row.isDone ? "done.nameDone" : "done.nameAgain"),
        },
      ]}
    />
  );
}

interface ErasureProps {
  rows: ErasureRow[];
  mayOpen: boolean;
  locale: Locale;
}

/** Erasures that wait for a second coordinator, and those that are done. */
export function ErasureRows({ rows, mayOpen, locale }: ErasureProps) {
  const t = translator(locale, "withdrawals");
  if (rows.length === 0) return <p className="empty">{t("erasures.empty")}</p>;
  return (
    <ul>
      {rows.map(({ reference, proposedBy, proposedAt, confirmedAt }) => (
        <li key={reference}>
          {confirmedAt
            ? t("erasures.done", { reference, moment: momentText(confirmedAt, locale) })
            : t("erasures.waits", { reference, who: proposedBy, moment: momentText(proposedAt, locale) })}
          {mayOpen && !confirmedAt && (
            <>
              {" "}
              <a href={`/equipo/casos/${reference}/borrado`}>{t("erasures.look")}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

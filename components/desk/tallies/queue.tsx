import { type Column, Table } from "@/components/ui/table";
import { number } from "@/lib/i18n/dates";
import { type Locale, tagOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { type Queue as Answer, type QueueStage, queueStages, type Waiting } from "@/lib/tallies/queue/schema";
import { momentWords } from "./moment-words";

type Row = { stage: QueueStage; waiting: Waiting | null };

/** What waits to be evaluated, by stage and age, never part of the total (R11). */
export function Queue({ locale, queue }: { locale: Locale; queue: Answer }) {
  const t = translator(locale, "tallies");
  const days = new Intl.NumberFormat(tagOf(locale), { maximumFractionDigits: 1 });
  const rows = queueStages.map((stage) => ({ stage, waiting: queue.stages[stage] }));
  const ages = queue.stages.pending?.ages ?? [];
  const longest = ages.at(-2)?.upTo ?? 0;
  const columns: Column<Row>[] = [
    { key: "stage", head: t("stage"), cell: ({ stage }) => t(`stages.${stage}`) },
    {
      key: "total",
      head: t("waiting"),
      numeric: true,
      cell: ({ waiting }) => (waiting ? number(locale, waiting.total) : "—"),
    },
    {
      key: "median",
      head: t("median"),
      numeric: true,
      cell: ({ waiting }) => (waiting?.medianDays == null ? "—" : days.format(waiting.medianDays)),
    },
    ...ages.map(({ upTo }, index) => ({
      key: String(upTo),
      head: upTo === null ? t("over", { days: longest }) : t("upTo", { days: upTo }),
      numeric: true,
      cell: ({ waiting }: Row) => (waiting ? number(locale, waiting.ages[index]?.count ?? 0) : "—"),
    })),
  ];
  return (
    <section className="entry">
      <h2>{t("queueTitle")}</h2>
      <Table
        caption={t("queueCaption", { known: momentWords(locale, queue.known) })}
        columns={columns}
        cards
        rows={rows}
        rowKey={({ stage }) => stage}
      />
      {queue.stages.waiting === null && <p className="note mt-2">—: {t("notKept")}</p>}
    </section>
  );
}

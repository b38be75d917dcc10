import { type Column, Table } from "@/components/ui/table";
import { method } from "@/lib/cases/counting/method/schema";
import { number } from "@/lib/i18n/dates";
import { type Locale, tagOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { Freshness as Answer } from "@/lib/tallies/freshness/schema";
import { momentWords } from "./moment-words";

/** Of those held, how many were confirmed or in contact lately (R10). No share of fewer than twenty (R14). */
export function Freshness({ locale, freshness }: { locale: Locale; freshness: Answer }) {
  const t = translator(locale, "tallies");
  const total = number(locale, freshness.held);
  const share = new Intl.NumberFormat(tagOf(locale), { style: "percent" });
  const of = (n: number) =>
    freshness.held < method.percentFrom
      ? t("ofN", { n: number(locale, n), total })
      : t("ofNShare", { n: number(locale, n), total, share: share.format(n / freshness.held) });
  const columns: Column<Answer["within"][number]>[] = [
    {
      key: "within",
      head: t("freshWithin"),
      cell: ({ days, since }) => t("freshDays", { days, since: momentWords(locale, since) }),
    },
    { key: "confirmed", head: t("confirmed"), numeric: true, cell: ({ confirmed }) => of(confirmed) },
    { key: "contact", head: t("withContact"), numeric: true, cell: ({ withContact }) => of(withContact) },
  ];
  return (
    <section className="entry">
      <h2>{t("freshTitle")}</h2>
      <Table
        caption={t("freshCaption", {
          n: total,
          at: momentWords(locale, freshness.at),
          known: momentWords(locale, freshness.known),
        })}
        columns={columns}
        cards
        rows={freshness.within}
        rowKey={({ days }) => String(days)}
      />
    </section>
  );
}

import { DetailsList } from "@/components/ui/details-list";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import type { NewsItem } from "@/lib/intake/news/schema";
import { label } from "@/lib/vocabularies/rules";
import { toldText } from "../told";

/** One piece of news in the words it was told with; a question of its page that was left open is said to be so. */
export function NewsAccount({ item, locale }: { item: NewsItem; locale: Locale }) {
  const t = translator(locale, "desk-news");
  const desk = translator(locale, "desk");
  const rows = [
    { term: t("what"), detail: t(`kinds.${item.kind}`) },
    {
      term: t("when"),
      detail: toldText(item.date, locale) ?? desk("report.notSaid"),
    },
    item.leaving && { term: t("leaving"), detail: t(`leavings.${item.leaving}`) },
    item.danger && { term: t("danger"), detail: t(`dangers.${item.danger}`) },
    item.sighting && { term: t("sighting"), detail: t(`sightings.${item.sighting}`) },
    item.facility && { term: t("site"), detail: label("facility", item.facility, locale) },
    item.place && { term: t("place"), detail: item.place },
    {
      term: t("words"),
      detail: <span className="words">{item.account ?? desk("report.notSaid")}</span>,
    },
  ];
  return <DetailsList rows={rows.flatMap((row) => row || [])} />;
}

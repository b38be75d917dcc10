import { documentText } from "@/components/desk/identity/document-text";
import { DetailsList } from "@/components/ui/details-list";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { fullName } from "@/lib/people/rules";
import type { OpenedReport } from "@/lib/vetting/reports/schema";
import { label } from "@/lib/vocabularies/rules";
import { ReportNeeds } from "./report-needs";
import { toldText } from "./told";
import { momentText } from "./when";

interface Props {
  report: Pick<OpenedReport, "payload" | "receivedAt">;
  locale: Locale;
}

/** What a family sent, in the words it sent it with; what it did not say is said to be unsaid. */
export function ReportAccount({ report, locale }: Props) {
  const t = translator(locale, "desk");
  const { person, detention, whereabouts, relation } = report.payload;
  const said = (words: string | number | undefined | null) =>
    words === undefined || words === null || words === "" ? t("report.notSaid") : words;
  const document = person.idDocument;
  return (
    <>
      <DetailsList
        rows={[
          { term: t("report.name"), detail: fullName(person) },
          {
            term: t("report.document"),
            detail: said(document && documentText(document, locale)),
          },
          { term: t("report.age"), detail: said(person.birthYear ?? person.approxAge) },
          { term: t("report.sex"), detail: label("sex", person.sex, locale) },
          {
            term: t("report.detained"),
            detail: said(toldText(detention.date, locale)),
          },
          {
            term: t("report.where"),
            detail: said(
              [detention.entity && label("entity", detention.entity, locale), detention.place]
                .filter(Boolean)
                .join(", "),
            ),
          },
          {
            term: t("report.forces"),
            detail: said(detention.forces?.map((force) => label("force", force, locale)).join(", ")),
          },
          { term: t("report.words"), detail: <span className="words">{said(detention.account)}</span> },
          { term: t("report.told"), detail: t(`report.tellings.${whereabouts.told}`) },
          {
            term: t("report.site"),
            detail: said(
              [
                whereabouts.facility && label("facility", whereabouts.facility, locale),
                whereabouts.place,
                whereabouts.entity && label("entity", whereabouts.entity, locale),
              ]
                .filter(Boolean)
                .join(", "),
            ),
          },
          { term: t("report.lastContact"), detail: said(whereabouts.lastContact) },
          { term: t("report.deniedWhere"), detail: said(whereabouts.deniedWhere) },
          { term: t("report.relation"), detail: t(`report.relations.${relation ?? "not_said"}`) },
          { term: t("report.received"), detail: momentText(report.receivedAt, locale) },
        ]}
      />
      <ReportNeeds payload={report.payload} locale={locale} />
    </>
  );
}

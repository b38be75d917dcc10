import { DeskArea, DeskChoices, DeskSelect, DeskText } from "@/components/desk/fields";
import { DeskForm } from "@/components/desk/form";
import { OriginFields } from "@/components/desk/source-fields";
import { Button } from "@/components/ui/button";
import { may } from "@/lib/auth/permissions";
import type { DeskVisit } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/messages";
import type { CaseForDesk } from "@/lib/vetting/cases/rules";
import { choices } from "@/lib/vocabularies/rules";
import { readOne } from "../actions";

interface ReadingProps {
  found: CaseForDesk;
  documentId: string;
  visit: DeskVisit;
}

/** Beside the picture of a file nobody read: what it is, where it comes from, and whether it is a lead or evidence, and why. */
export function Reading({ found, documentId, visit: { staff, csrf, locale } }: ReadingProps) {
  const t = translator(locale, "evidence");
  const desk = translator(locale, "desk");
  if (!may(staff, "evidence.add")) return null;
  const mayWeigh = may(staff, "evidence.weigh");
  const standing = [
    { value: "lead", label: t("reading.lead") },
    ...(mayWeigh ? [{ value: "evidence", label: t("reading.evidence") }] : []),
  ];
  return (
    <section className="entry" id="lectura">
      <h2>{t("reading.title")}</h2>
      <DeskForm
        id="leer"
        action={readOne}
        csrf={csrf}
        locale={locale}
        hidden={{ caseId: found.caseId, reference: found.reference, documentId }}
        labels={{
          ...{ title: t("reading.itemTitle"), originName: desk("source.name") },
          ...{ standing: t("reading.standing"), why: t("reading.why") },
        }}
      >
        <div className="stack">
          <DeskText name="title" label={t("reading.itemTitle")} />
          <div className="row3">
            <DeskSelect
              name="kind"
              label={desk("source.kind")}
              value="official_document"
              choices={choices("source_kind", locale)}
            />
            <OriginFields prefix="" value="court" locale={locale} />
          </div>
          <p className="note">{desk("source.hint")}</p>
          <DeskArea name="quotation" label={t("reading.quotation")} />
          <DeskText name="place" label={t("reading.place")} />
          <DeskChoices
            name="standing"
            label={t("reading.standing")}
            hint={mayWeigh ? undefined : t("reading.onlyLead")}
            value={["lead"]}
            choices={standing}
          />
          {mayWeigh && <DeskArea name="why" rows={2} label={t("reading.why")} />}
          <div>
            <Button>{t("reading.submit")}</Button>
          </div>
        </div>
      </DeskForm>
    </section>
  );
}

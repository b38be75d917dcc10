import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { choices } from "@/lib/vocabularies/rules";
import { DeskArea, DeskCheck, DeskSelect, DeskText } from "./fields";
import { OriginFields } from "./source-fields";

interface EvidenceFieldsProps {
  /** Ends in a dot, or is empty. */
  prefix: string;
  /** The key that leads to its first box. */
  letter?: string;
  locale: Locale;
}

/** One item of evidence: what it is, where it comes from, and its words. */
export function EvidenceFields({ prefix, letter, locale }: EvidenceFieldsProps) {
  const t = translator(locale, "desk");
  return (
    <div className="stack">
      <DeskText name={`${prefix}title`} letter={letter} label={t("evidence.itemTitle")} />
      <div className="row3">
        <DeskSelect
          name={`${prefix}kind`}
          label={t("source.kind")}
          value="official_document"
          choices={choices("source_kind", locale)}
        />
        <OriginFields prefix={prefix} value="court" locale={locale} />
      </div>
      <DeskArea name={`${prefix}quotation`} label={t("evidence.quotation")} />
      <DeskText name={`${prefix}place`} label={t("evidence.place")} />
      <DeskCheck name={`${prefix}lead`} label={t("evidence.lead")} />
    </div>
  );
}

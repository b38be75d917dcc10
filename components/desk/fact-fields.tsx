import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/messages";
import { choices } from "@/lib/vocabularies/rules";
import { DeskChoices, DeskSelect, DeskText } from "./fields";
import { SourceFields } from "./source-fields";

export interface KnownFactFields {
  earliest?: string;
  latest?: string;
  entity?: string;
  facility?: string;
  whereabouts?: string;
  forces?: string[];
  sources?: { kind: string; origin: string }[];
}

interface FactFieldsProps {
  /** `fact.` or nothing. */
  prefix: string;
  known?: KnownFactFields;
  /** The key that leads to the first free source. */
  letter?: string;
  locale: Locale;
}

/** When, where and on whose word: the boxes every fact has. Two equal days are an exact date, an empty side is open. */
export function FactFields({ prefix, known = {}, letter, locale }: FactFieldsProps) {
  const t = translator(locale, "desk");
  return (
    <div className="stack">
      <div className="row2">
        <DeskText
          name={`${prefix}earliest`}
          type={typeOf(known.earliest)}
          label={t("fact.earliest")}
          value={known.earliest}
        />
        <DeskText
          name={`${prefix}latest`}
          type={typeOf(known.latest)}
          label={t("fact.latest")}
          value={known.latest}
        />
      </div>
      <p className="note">{t("fact.boundsHint")}</p>
      <div className="row3">
        <DeskSelect
          name={`${prefix}entity`}
          label={t("fact.entity")}
          value={known.entity}
          empty={t("fact.notSaid")}
          choices={choices("entity", locale)}
        />
        <DeskSelect
          name={`${prefix}facility`}
          label={t("fact.facility")}
          value={known.facility}
          empty={t("fact.notSaid")}
          choices={choices("facility", locale)}
        />
        <DeskSelect
          name={`${prefix}whereabouts`}
          label={t("fact.whereabouts")}
          value={known.whereabouts}
          empty={t("fact.byState")}
          choices={choices("whereabouts", locale)}
        />
      </div>
      <DeskChoices
        name={`${prefix}forces`}
        many
        label={t("fact.forces")}
        value={known.forces}
        choices={choices("force", locale)}
      />
      <SourceFields prefix={`${prefix}sources`} known={known.sources} letter={letter} locale={locale} />
    </div>
  );
}

/** A bound written with its hour stays as it was written, which a box for a date would lose. */
export const typeOf = (written: string | undefined): "date" | "text" =>
  written?.includes("T") ? "text" : "date";
